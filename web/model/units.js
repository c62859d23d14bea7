// Names of the units that articles measure in, for a person: one row each, as CLDR names it, then German and English, one
// and many. Where one word serves for both, it stands once.

const ROWS = `
percentage-point        Prozentpunkt|Prozentpunkte      percentage point|percentage points
basis-point             Basispunkt|Basispunkte          basis point|basis points
permille                Promille                        per mille
permille-point          Promillepunkt|Promillepunkte    per mille point|per mille points
part-per-million        ppm                             ppm
part-per-billion        ppb                             ppb
celsius                 °C                              °C
fahrenheit              °F                              °F
kelvin                  K                               K
millimeter              Millimeter                      millimetre|millimetres
centimeter              Zentimeter                      centimetre|centimetres
meter                   Meter                           metre|metres
kilometer               Kilometer                       kilometre|kilometres
micrometer              Mikrometer                      micrometre|micrometres
mile                    Meile|Meilen                    mile|miles
nautical-mile           Seemeile|Seemeilen              nautical mile|nautical miles
light-year              Lichtjahr|Lichtjahre            light year|light years
inch                    Zoll                            inch|inches
foot                    Fuß                             foot|feet
yard                    Yard|Yards                      yard|yards
square-meter            Quadratmeter                    square metre|square metres
square-kilometer        Quadratkilometer                square kilometre|square kilometres
square-foot             Quadratfuß                      square foot|square feet
hectare                 Hektar                          hectare|hectares
acre                    Acre|Acres                      acre|acres
cubic-meter             Kubikmeter                      cubic metre|cubic metres
milliliter              Milliliter                      millilitre|millilitres
liter                   Liter                           litre|litres
liter-per-square-meter  Liter je Quadratmeter           litre per square metre|litres per square metre
barrel                  Barrel                          barrel|barrels
gallon                  Gallone|Gallonen                gallon|gallons
gram                    Gramm                           gram|grams
kilogram                Kilogramm                       kilogram|kilograms
tonne                   Tonne|Tonnen                    tonne|tonnes
ton                     Tonne|Tonnen                    ton|tons
kiloton                 Kilotonne|Kilotonnen            kiloton|kilotons
megaton                 Megatonne|Megatonnen            megaton|megatons
gigaton                 Gigatonne|Gigatonnen            gigaton|gigatons
pound                   Pfund                           pound|pounds
ounce                   Unze|Unzen                      ounce|ounces
karat                   Karat                           karat|karats
watt                    Watt                            watt|watts
kilowatt                Kilowatt                        kilowatt|kilowatts
megawatt                Megawatt                        megawatt|megawatts
gigawatt                Gigawatt                        gigawatt|gigawatts
terawatt                Terawatt                        terawatt|terawatts
watt-hour               Wattstunde|Wattstunden          watt hour|watt hours
kilowatt-hour           Kilowattstunde|Kilowattstunden  kilowatt hour|kilowatt hours
megawatt-hour           Megawattstunde|Megawattstunden  megawatt hour|megawatt hours
gigawatt-hour           Gigawattstunde|Gigawattstunden  gigawatt hour|gigawatt hours
terawatt-hour           Terawattstunde|Terawattstunden  terawatt hour|terawatt hours
horsepower              PS                              horsepower
kilovolt                Kilovolt                        kilovolt|kilovolts
volt                    Volt                            volt|volts
calorie                 Kalorie|Kalorien                calorie|calories
kilometer-per-hour      km/h                            km/h
kilometer-per-second    km/s                            km/s
mile-per-hour           Meile je Stunde|Meilen je Stunde  mile per hour|miles per hour
knot                    Knoten                          knot|knots
megabit-per-second      Mbit/s                          Mbit/s
gigabit-per-second      Gbit/s                          Gbit/s
kilobyte                Kilobyte                        kilobyte|kilobytes
megabyte                Megabyte                        megabyte|megabytes
gigabyte                Gigabyte                        gigabyte|gigabytes
terabyte                Terabyte                        terabyte|terabytes
petabyte                Petabyte                        petabyte|petabytes
exabyte                 Exabyte                         exabyte|exabytes
hertz                   Hertz                           hertz
megahertz               Megahertz                       megahertz
gigahertz               Gigahertz                       gigahertz
megapixel               Megapixel                       megapixel|megapixels
decibel                 Dezibel                         decibel|decibels
microsievert            Mikrosievert                    microsievert|microsieverts
millisievert            Millisievert                    millisievert|millisieverts
bitcoin                 Bitcoin                         bitcoin
ether                   Ether                           ether
`;

/** @type {Map<string, {de: string, en: string}>} */
const UNITS = new Map(ROWS.trim().split('\n').map((row) => {
  const [id, de, en] = row.split(/ {2,}/);
  return [id, { de, en }];
}));

/** @param {string} unit @param {'de' | 'en'} ui @param {boolean} isOne whether there is one of it @returns {string} unknown ones as they are called */
export function unitText(unit, ui, isOne) {
  const [one, many = one] = (UNITS.get(unit)?.[ui] ?? unit.replaceAll('-', ' ')).split('|');
  return isOne ? one : many;
}
