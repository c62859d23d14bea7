#!/usr/bin/env python3
"""Writes the rows of currencies and units that come from CLDR: core/data/{de,en}/cldr-{currencies,units}.tsv.

usage: cldr_rows.py CURRENCIES UNITS_DE UNITS_EN DATA_DIR

The inputs are tables taken from CLDR 42 (Unicode licence), for example from ICU 72's curr/*.txt and unit/*.txt:
CURRENCIES  code, German name, German one, German other, symbol, English name, English other  (a header line first)
UNITS_*     style (long, short, narrow), type-unit, pattern key, pattern ("{0} Kilometer")
The rows made are committed; run this again only for a new CLDR. Names that mean something else in newspapers, or that
hand rows give with a decision of their own (currencies.tsv, units.tsv), are left out below.
"""
import re
import sys

HISTORIC = re.compile(r'[()]')  # "Afghani (1927-2002)"
NO_CURRENCY = {'XXX', 'XTS', 'XAU', 'XAG', 'XPT', 'XPD', 'XRE', 'XBA', 'XUA', 'XSU', 'XFU', 'XFO', 'XEU', 'XDR', 'CLF', 'COU', 'ECV', 'ZWG', 'CHE', 'CHW',
               'ADP', 'CNX', 'XBB', 'LUL', 'BEL', 'BOV'}
# Codes that are also words of headlines (TOP 10): only behind a number.
WORDS = {'ALL', 'TOP', 'CUP', 'MAD', 'MOP', 'BAM', 'TRY', 'LAK', 'GEL', 'MUR', 'WST', 'SOS', 'PEN', 'BIF', 'COP', 'ARM', 'BOB', 'SIT', 'NIO', 'LUF'}
BARE_IS_SHARED = {'dollar', 'dollars', 'euro', 'euros', 'kwacha', 'kwachas'}  # decided by hand rows
# Units that are times, everyday nouns, or of no use in a newspaper.
NO_UNIT_TYPES = ('duration-',)
NO_UNITS = {'generic', 'item', 'part', 'point', 'dot', 'em', 'drop', 'pinch', 'cup', 'cup-imperial', 'cup-metric', 'cup-jp', 'dessert-spoon',
            'dessert-spoon-imperial', 'jigger', 'dram', 'grain', 'chain', 'rod', 'stone', 'slug', 'sun', 'fun', 'ken', 'rin', 'shaku', 'shaku-cloth',
            'shaku-length', 'sai', 'koku', 'kosaji', 'osaji', 'to-jp', 'jo-jp', 'ri-jp', 'cho', 'se-jp', 'bu-jp', 'dunam', 'percent', 'permyriad',
            'ofglucose', 'ofhg', 'revolution', 'g-force', 'barrel', 'degree', 'celsius', 'pound', 'foot', 'acre-foot', 'mole', 'solar-radius', 'earth-radius',
            'earth-mass', 'solar-mass', 'solar-luminosity', 'light-speed', 'gasoline-energy-density', 'therm-us', 'calorie-it', 'british-thermal-unit-it',
            'foodcalorie', 'gallon-imperial', 'pint-imperial', 'pint-metric', 'quart-imperial', 'fluid-ounce-imperial', 'fluid-ounce-metric',
            'mile-per-gallon-imperial', 'mile-scandinavian', 'bar', 'ton', 'tonne', 'nautical-mile', 'beaufort', 'part-per-1e6', 'part-per-1e9', 'radian',
            'arc-minute', 'arc-second', 'steradian', 'siemens', 'gray', 'calorie', 'fathom', 'pint', 'hectare', 'karat', 'carat', 'light-year', 'inch',
            'horsepower', 'knot', 'permille', 'mile', 'yard', 'liter-per-kilometer', 'electronvolt', 'furlong', 'bushel', 'henry', 'tesla', 'atmosphere', 'dalton', 'bit', 'millimole-per-liter', 'milligram-ofglucose-per-deciliter', 'weber', 'quart'}
# Short forms that are also words or that hand rows give.
SHORT = re.compile(r'^(µ|[a-zA-Z]{1,3}(²|³)?(/[a-zA-Z²³]{1,2})?|[kMGT]?Wh?|MPa|hPa|kPa|mph|kWh|kcal|km/h|psi|BTU|kbit|mbar|MBit|Gbit|Mbit)$')
NO_SHORT = {'Ml', 'ML', 'at', 'in', 'me', 'As', 'pt', 'cd', 'lm', 'Pa', 'a', 'A', 'C', 'F', 'H', 'S', 'T', 'W', 'G', 'D', 'c', 'd', 'h', 'e', 'l', 'L', 'm', 't', 'u', 'b', 'B',
            'K', 'V', 'N', 'J', 'Gy', 'Bq', 'pc', 'pm', 'mol', 'em', 'ea', 'ch', 'st', 'kn', 'ac', 'gr', 'Da', 'Ω', 'R', 'ct', 'CT', 'yd', 'mi', 'ft', 'lb', 'oz',
            'gal', 'bbl', 'bu', 'cup', 'fur', 'rad', 'rpm', 'sr', 'tn', 'tsp', 'hp', 'PS', 'Zoll', 'dot', 'dpi', 'ppi', 'ppm', 'ppb', 'fl', 'qt', 'au', 'AE', 'ha', 'lx', 'g',
            'byte', 'bit', 'Byte', 'Bit', 'Bft', 'Kar', 'ly', 'Lj', 'pix', 'px', 'sm', 'MP', 'dm', 'Mt', 'Gt'}


def words_of(name):
    return name.replace('\u202f', ' ').replace('\u00a0', ' ').split()


def ending(word):
    """A German noun with its endings of case and plural, as a row's form."""
    if word.endswith(('er', 'el', 'en')):
        return word + ('(|n|s)' if not word.endswith('en') else '')
    if word.endswith('e'):
        return word + '(|n)'
    if word.endswith(('s', 'z', 'y', 'i', 'o', 'a', 'á', 'í', 'ó')) or len(word) < 3:
        return word + ('(|s)' if not word.endswith('s') and len(word) > 2 else '')
    return word + '(|s)'


def german_currency(one):
    """'Schwedische Krone' -> 'schwedisch(e|en|er|es) krone(|n)': any case of adjective and noun."""
    words = words_of(one)
    adjectives = [re.sub(r'(?<=sch)(er|es|e)$', '(e|en|er|es)', w) for w in words[:-1]]
    return ' '.join(adjectives + [ending(words[-1])]).lower()


def expand(form):
    match = re.search(r'\(([^)]*)\)', form)
    if not match:
        return [form]
    return [one for part in match[1].split('|') for one in expand(form[:match.start()] + part + form[match.end():])]


def hand_forms(data, language):
    """Forms that hand rows give: those decide, and no form may stand twice."""
    forms = set()
    for folder in ('common', language):
        for name in ('currencies', 'units'):
            with open(f'{data}/{folder}/{name}.tsv', encoding='utf-8') as rows:
                for line in rows:
                    if not line.startswith('#'):
                        forms |= set(expand(line.split('\t')[0]))
    return forms


class Rows:
    def __init__(self, note, given):
        self.lines, self.seen, self.given = [note], set(), given

    def add(self, form, kind, value):
        fresh = [one for one in expand(form) if one.lower() not in self.seen and one not in self.given]
        self.seen |= {one.lower() for one in fresh}
        if len(fresh) == len(expand(form)):
            self.lines.append(f'{form}\t{kind}\t{value}')
        else:
            self.lines += [f'{one}\t{kind}\t{value}' for one in fresh]

    def write(self, path):
        with open(path, 'w', encoding='utf-8') as out:
            out.write('\n'.join(self.lines) + '\n')


def currencies(path, data):
    note = '# {} names of currencies from CLDR; made by core/tools/cldr_rows.py.'
    german, english = Rows(note.format('German'), hand_forms(data, 'de')), Rows(note.format('English'), hand_forms(data, 'en'))
    with open(path, encoding='utf-8') as table:
        for line in list(table)[1:]:
            code, de, de_one, de_other, _, en, en_other = line.rstrip('\n').split('\t')
            if code in NO_CURRENCY or HISTORIC.search(de + en):
                continue
            for name in (de, de_one, de_other):
                if name and name.lower() not in BARE_IS_SHARED:
                    german.add(german_currency(name), 'currency', code)
            for name in (en, en_other):
                if name and name.lower() not in BARE_IS_SHARED:
                    english.add(name.lower(), 'currency', code)
                    english.add(re.sub('(?<=[a-z])s$', '', name.lower()), 'currency', code)
            for rows in (german, english):
                rows.add(code, 'currency_after' if code in WORDS else 'currency', code)
    german.write(f'{data}/de/cldr-currencies.tsv')
    english.write(f'{data}/en/cldr-currencies.tsv')


def british(name):
    return re.sub(r'(meter|liter)(?=s?\b)', lambda match: match[1][:-2] + 're', name)


def unit_form(name, german):
    if not german:
        return name.lower() if len(name) > 3 else name
    words = words_of(name)
    return ' '.join([ending(words[0])] + words[1:]).lower()


def units(path, data, language):
    rows = Rows(f'# {"German" if language == "de" else "English"} names of units from CLDR; made by core/tools/cldr_rows.py.', hand_forms(data, language))
    with open(path, encoding='utf-8') as table:
        entries = [line.rstrip('\n').split('\t') for line in table]
    for style, unit, _, pattern in sorted(entries, key=lambda entry: entry[0] != 'long'):
        kind, _, name = unit.partition('-')
        surface = pattern.replace('{0}', '').strip().replace('\u00a0', ' ')
        if unit.startswith(NO_UNIT_TYPES) or name in NO_UNITS or not surface or '{' in surface or '°' in surface:
            continue
        if style != 'long':
            if SHORT.match(surface) and surface not in NO_SHORT and style == 'short':
                rows.add(surface, 'unit', name)
            continue
        rows.add(unit_form(surface, language == 'de'), 'unit', name)
        if language == 'en':
            for variant in (british(surface), surface.replace('-', ' '), british(surface.replace('-', ' ')), re.sub(r'^square |^cubic ', lambda m: m[0].strip() + '-', surface)):
                rows.add(unit_form(variant, False), 'unit', name)
                rows.add(unit_form(british(variant), False), 'unit', name)
    rows.write(f'{data}/{language}/cldr-units.tsv')


def main():
    if len(sys.argv) != 5:
        sys.exit(__doc__)
    currency_table, german, english, data = sys.argv[1:]
    currencies(currency_table, data)
    units(german, data, 'de')
    units(english, data, 'en')


if __name__ == '__main__':
    main()
