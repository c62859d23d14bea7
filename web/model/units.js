// Names of the units that articles measure in, for a person: one row each, as CLDR names it, then German and English, one
// and many. Where one word serves for both, it stands once. What is said per something is put together.

const ROWS = `
percentage-point            Prozentpunkt|Prozentpunkte                    percentage point|percentage points
basis-point                 Basispunkt|Basispunkte                        basis point|basis points
permille                    Promille                                      per mille
permille-point              Promillepunkt|Promillepunkte                  per mille point|per mille points
part-per-million            ppm                                           ppm
part-per-billion            ppb                                           ppb
celsius                     °C                                            °C
fahrenheit                  °F                                            °F
kelvin                      K                                             K
millimeter                  Millimeter                                    millimetre|millimetres
centimeter                  Zentimeter                                    centimetre|centimetres
meter                       Meter                                         metre|metres
kilometer                   Kilometer                                     kilometre|kilometres
micrometer                  Mikrometer                                    micrometre|micrometres
mile                        Meile|Meilen                                  mile|miles
nautical-mile               Seemeile|Seemeilen                            nautical mile|nautical miles
light-year                  Lichtjahr|Lichtjahre                          light year|light years
inch                        Zoll                                          inch|inches
foot                        Fuß                                           foot|feet
yard                        Yard|Yards                                    yard|yards
square-meter                Quadratmeter                                  square metre|square metres
square-kilometer            Quadratkilometer                              square kilometre|square kilometres
square-foot                 Quadratfuß                                    square foot|square feet
hectare                     Hektar                                        hectare|hectares
acre                        Acre|Acres                                    acre|acres
cubic-meter                 Kubikmeter                                    cubic metre|cubic metres
milliliter                  Milliliter                                    millilitre|millilitres
microliter                  Mikroliter                                    microlitre|microlitres
liter                       Liter                                         litre|litres
barrel                      Barrel                                        barrel|barrels
gallon                      Gallone|Gallonen                              gallon|gallons
gram                        Gramm                                         gram|grams
kilogram                    Kilogramm                                     kilogram|kilograms
tonne                       Tonne|Tonnen                                  tonne|tonnes
decitonne                   Dezitonne|Dezitonnen                          decitonne|decitonnes
ton                         Tonne|Tonnen                                  ton|tons
kiloton                     Kilotonne|Kilotonnen                          kiloton|kilotons
megaton                     Megatonne|Megatonnen                          megaton|megatons
gigaton                     Gigatonne|Gigatonnen                          gigaton|gigatons
pound                       Pfund                                         pound|pounds
ounce                       Unze|Unzen                                    ounce|ounces
karat                       Karat                                         karat|karats
watt                        Watt                                          watt|watts
kilowatt                    Kilowatt                                      kilowatt|kilowatts
megawatt                    Megawatt                                      megawatt|megawatts
gigawatt                    Gigawatt                                      gigawatt|gigawatts
terawatt                    Terawatt                                      terawatt|terawatts
watt-hour                   Wattstunde|Wattstunden                        watt hour|watt hours
kilowatt-hour               Kilowattstunde|Kilowattstunden                kilowatt hour|kilowatt hours
megawatt-hour               Megawattstunde|Megawattstunden                megawatt hour|megawatt hours
gigawatt-hour               Gigawattstunde|Gigawattstunden                gigawatt hour|gigawatt hours
terawatt-hour               Terawattstunde|Terawattstunden                terawatt hour|terawatt hours
horsepower                  PS                                            horsepower
kilovolt                    Kilovolt                                      kilovolt|kilovolts
volt                        Volt                                          volt|volts
calorie                     Kalorie|Kalorien                              calorie|calories
kilometer-per-hour          km/h                                          km/h
kilometer-per-second        km/s                                          km/s
knot                        Knoten                                        knot|knots
megabit-per-second          Mbit/s                                        Mbit/s
gigabit-per-second          Gbit/s                                        Gbit/s
kilobyte                    Kilobyte                                      kilobyte|kilobytes
megabyte                    Megabyte                                      megabyte|megabytes
gigabyte                    Gigabyte                                      gigabyte|gigabytes
terabyte                    Terabyte                                      terabyte|terabytes
petabyte                    Petabyte                                      petabyte|petabytes
exabyte                     Exabyte                                       exabyte|exabytes
hertz                       Hertz                                         hertz
megahertz                   Megahertz                                     megahertz
gigahertz                   Gigahertz                                     gigahertz
megapixel                   Megapixel                                     megapixel|megapixels
decibel                     Dezibel                                       decibel|decibels
microsievert                Mikrosievert                                  microsievert|microsieverts
millisievert                Millisievert                                  millisievert|millisieverts
bitcoin                     Bitcoin                                       bitcoin
ether                       Ether                                         ether
second                      Sekunde|Sekunden                              second|seconds
square-second               Quadratsekunde|Quadratsekunden                square second|square seconds
hour                        Stunde|Stunden                                hour|hours
100-kilometer               100 Kilometer                                 100 kilometres
nanometer                   Nanometer                                     nanometre|nanometres
picometer                   Pikometer                                     picometre|picometres
decimeter                   Dezimeter                                     decimetre|decimetres
astronomical-unit           Astronomische Einheit|Astronomische Einheiten  astronomical unit|astronomical units
parsec                      Parsec                                        parsec|parsecs
square-millimeter           Quadratmillimeter                             square millimetre|square millimetres
square-centimeter           Quadratzentimeter                             square centimetre|square centimetres
square-inch                 Quadratzoll                                   square inch|square inches
square-yard                 Quadratyard|Quadratyards                      square yard|square yards
square-mile                 Quadratmeile|Quadratmeilen                    square mile|square miles
cubic-millimeter            Kubikmillimeter                               cubic millimetre|cubic millimetres
cubic-centimeter            Kubikzentimeter                               cubic centimetre|cubic centimetres
cubic-decimeter             Kubikdezimeter                                cubic decimetre|cubic decimetres
cubic-kilometer             Kubikkilometer                                cubic kilometre|cubic kilometres
cubic-inch                  Kubikzoll                                     cubic inch|cubic inches
cubic-foot                  Kubikfuß                                      cubic foot|cubic feet
cubic-yard                  Kubikyard|Kubikyards                          cubic yard|cubic yards
cubic-mile                  Kubikmeile|Kubikmeilen                        cubic mile|cubic miles
acre-foot                   Acre-Fuß                                      acre-foot|acre-feet
centiliter                  Zentiliter                                    centilitre|centilitres
deciliter                   Deziliter                                     decilitre|decilitres
hectoliter                  Hektoliter                                    hectolitre|hectolitres
megaliter                   Megaliter                                     megalitre|megalitres
fluid-ounce                 Flüssigunze|Flüssigunzen                      fluid ounce|fluid ounces
pint                        Pint|Pints                                    pint|pints
quart                       Quart|Quarts                                  quart|quarts
bushel                      Scheffel                                      bushel|bushels
teaspoon                    Teelöffel                                     teaspoon|teaspoons
tablespoon                  Esslöffel                                     tablespoon|tablespoons
Festmeter                   Festmeter                                     solid cubic metre|solid cubic metres
Raummeter                   Raummeter                                     stacked cubic metre|stacked cubic metres
BRT                         BRT                                           GRT
BRZ                         BRZ                                           GT
TEU                         TEU                                           TEU
microgram                   Mikrogramm                                    microgram|micrograms
milligram                   Milligramm                                    milligram|milligrams
zentner                     Zentner                                       hundredweight (50 kg)
stone                       Stone                                         stone
ounce-troy                  Feinunze|Feinunzen                            troy ounce|troy ounces
ampere                      Ampere                                        ampere|amperes
milliampere                 Milliampere                                   milliampere|milliamperes
ampere-hour                 Amperestunde|Amperestunden                    ampere hour|ampere hours
milliampere-hour            Milliamperestunde|Milliamperestunden          milliampere hour|milliampere hours
megavolt                    Megavolt                                      megavolt|megavolts
ohm                         Ohm                                           ohm|ohms
farad                       Farad                                         farad|farads
coulomb                     Coulomb                                       coulomb|coulombs
milliwatt                   Milliwatt                                     milliwatt|milliwatts
petawatt-hour               Petawattstunde|Petawattstunden                petawatt hour|petawatt hours
joule                       Joule                                         joule|joules
kilojoule                   Kilojoule                                     kilojoule|kilojoules
megajoule                   Megajoule                                     megajoule|megajoules
gigajoule                   Gigajoule                                     gigajoule|gigajoules
terajoule                   Terajoule                                     terajoule|terajoules
petajoule                   Petajoule                                     petajoule|petajoules
kilocalorie                 Kilokalorie|Kilokalorien                      kilocalorie|kilocalories
british-thermal-unit        Btu                                           Btu
newton                      Newton                                        newton|newtons
kilonewton                  Kilonewton                                    kilonewton|kilonewtons
newton-meter                Newtonmeter                                   newton metre|newton metres
kilogram-force              Kilopond                                      kilogram-force
pound-force                 Pfund-Kraft                                   pound-force
pound-force-foot            Fuß-Pfund                                     foot-pound|foot-pounds
pound-force-per-square-inch psi                                           psi
pascal                      Pascal                                        pascal|pascals
hectopascal                 Hektopascal                                   hectopascal|hectopascals
kilopascal                  Kilopascal                                    kilopascal|kilopascals
megapascal                  Megapascal                                    megapascal|megapascals
bar                         Bar                                           bar
millibar                    Millibar                                      millibar|millibars
millimeter-ofhg             mmHg                                          mmHg
inch-ofhg                   Zoll Quecksilber                              inch of mercury|inches of mercury
rankine                     °Ra                                           °Ra
sievert                     Sievert                                       sievert|sieverts
becquerel                   Becquerel                                     becquerel|becquerels
katal                       Katal                                         katal|katals
candela                     Candela                                       candela|candelas
lumen                       Lumen                                         lumen|lumens
lux                         Lux                                           lux
nit                         Nit                                           nit|nits
kilohertz                   Kilohertz                                     kilohertz
terahertz                   Terahertz                                     terahertz
petaflop                    Petaflops                                     petaflop|petaflops
bit                         Bit                                           bit|bits
kilobit                     Kilobit                                       kilobit|kilobits
megabit                     Megabit                                       megabit|megabits
gigabit                     Gigabit                                       gigabit|gigabits
terabit                     Terabit                                       terabit|terabits
petabit                     Petabit                                       petabit|petabits
byte                        Byte                                          byte|bytes
kibibyte                    Kibibyte                                      kibibyte|kibibytes
mebibyte                    Mebibyte                                      mebibyte|mebibytes
gibibyte                    Gibibyte                                      gibibyte|gibibytes
zettabyte                   Zettabyte                                     zettabyte|zettabytes
kilobit-per-second          kbit/s                                        kbit/s
terabit-per-second          Tbit/s                                        Tbit/s
megabyte-per-second         MB/s                                          MB/s
gigabyte-per-second         GB/s                                          GB/s
pixel                       Pixel                                         pixel|pixels
dot                         Punkt|Punkte                                  dot|dots
frame                       Bild|Bilder                                   frame|frames
`;

/** @type {Map<string, {de: string, en: string}>} */
const UNITS = new Map(ROWS.trim().split('\n').map((row) => {
  const [id, de, en] = row.split(/ {2,}/);
  return [id, { de, en }];
}));

/** How one is measured by the other: "milligram-per-liter". */
const PER = { de: 'je', en: 'per' };

/** @param {string} unit @returns {string[] | null} what is said per something, where that has no row of its own */
function parted(unit) {
  const parts = unit.split(/-per-(?=.)/);
  return !UNITS.has(unit) && parts.length === 2 ? parts : null;
}

/** @param {string} unit @returns {boolean} whether it is written in words of both languages */
export const hasName = (unit) => (parted(unit) ?? [unit]).every((part) => UNITS.has(part));

/** @param {string} unit @param {'de' | 'en'} ui @param {boolean} isOne whether there is one of it @returns {string} unknown ones as they are called */
export function unitText(unit, ui, isOne) {
  const [of, per] = parted(unit) ?? [];
  if (of !== undefined && per !== undefined) return `${unitText(of, ui, isOne)} ${PER[ui]} ${unitText(per, ui, true)}`;
  const [one, many = one] = (UNITS.get(unit)?.[ui] ?? unit.replaceAll('-', ' ')).split('|');
  return isOne ? one : many;
}
