import { expect, test } from 'vitest'
import { expressions, findPersonalData } from './find-personal-data.ts'

const marked = (text: string) =>
  findPersonalData(text).map(({ kind, from, to }) => [kind, text.slice(from, to)])

test.each([
  ['Bel me op 06-12345678.', [['PHONE', '06-12345678']]],
  [
    'Bel +31 (0)70 123 45 67, of 070 1234567',
    [
      ['PHONE', '+31 (0)70 123 45 67'],
      ['PHONE', '070 1234567'],
    ],
  ],
  ['Mail: jan.de.vries+werk@jeugd-haaglanden.nl!', [['MAIL', 'jan.de.vries+werk@jeugd-haaglanden.nl']]],
  [
    'BSN 111222333 of 1234.56.782',
    [
      ['BSN', '111222333'],
      ['BSN', '1234.56.782'],
    ],
  ],
  [
    'Ik woon in 2512 AB, mijn collega in 2512ab.',
    [
      ['POSTCODE', '2512 AB'],
      ['POSTCODE', '2512ab'],
    ],
  ],
  [
    'mevrouw Jansen en de heer P. van der Berg-Smit',
    [
      ['NAME', 'Jansen'],
      ['NAME', 'P. van der Berg-Smit'],
    ],
  ],
  [
    'Overleg met dhr. el Amrani, mw. Özdemir',
    [
      ['NAME', 'el Amrani'],
      ['NAME', 'Özdemir'],
    ],
  ],
])('%s', (text, expected) => {
  expect(marked(text)).toEqual(expected)
})

test.each([
  ['PHONE', ['070 - 353 50 00', '(070) 353 50 00', '06 - 12345678', '06 – 12345678', '06/12345678']],
  ['PHONE', ['06  12 34 56 78', '06\u00a012\u00a034\u00a056\u00a078', '+32 475 12 34 56', '0031 6 12345678']],
  ['PHONE', ['31612345678', '31 6 12345678', 'O6-12345678', 'o6 12 34 56 78']],
  ['MAIL', ['jan @ x . nl', 'jan@kpn. nl']],
  ['POSTCODE', ['2514 ab', '2514 Ab', '2514  AB', '2514-AB', '2514\u00a0AB', '2514\u00a0ab']],
  ['BSN', ['123\u00a0456\u00a0782', '123/456/782', '123,456,782']],
  [
    'MAIL',
    ['jan [at] example.nl', 'jan(at)example.nl', 'jan @ example.nl', 'ｊan＠example.nl', 'a[at]b[dot]nl'],
  ],
  [
    'PHONE',
    ['06_12345678', '06_12_34_56_78', '06*12345678', '06|12|34|56|78', '06~12345678', '+32_475_12_34_56'],
  ],
  ['POSTCODE', ['2514_AB', '2514/AB', '2514.AB', '2514*AB']],
  ['BSN', ['111_222_333', '111*222*333', '111|222|333']],
  ['MAIL', ['jan at kpn dot nl', 'jan apenstaartje kpn punt nl', 'jan apestaart kpn.nl', 'jan at kpn.nl']],
  [
    'MAIL',
    [
      'jan@kpn punt nl',
      'jan (at) kpn (dot) nl',
      'jan -at- kpn -dot- nl',
      'jan_at_kpn.nl',
      'jan AT kpn DOT nl',
    ],
  ],
  [
    'MAIL',
    [
      'jan.de.vries at mail punt kpn punt nl',
      'jan[apenstaartje]kpn.nl',
      'jan aapje kpn punt nl',
      'jan{at}kpn{punt}nl',
    ],
  ],
])('%s in any notation: %j', (kind, texts) => {
  for (const text of texts) {
    expect(marked(text), text).toEqual([[kind, text]])
    expect(marked(`Zie ŉ… ½: ${text}, of niet`), text).toEqual([[kind, text]])
  }
})

test.each([
  'De Heer |Jansen',
  'de Heer |Jansen| en ik',
  'MEVROUW |JANSEN| HEEFT GEBELD',
  'mevrouw |jansen| heeft gebeld',
  'de heer |jansen',
  'heer |Jansen',
  'mevrouw  |Jansen',
  'mevrouw\n|Jansen',
  'mevrouw\u00a0|Jansen',
  'mevr.|Jansen|. Zij belde',
  'dhr.|Jansen',
  'Mevrouw drs. |Jansen',
  "mevrouw |'t Hart",
  'mevrouw |’t Hart',
  "mevrouw |in 't Veld",
  'mevrouw |op den Berg',
  'mevrouw |uit den Boogaard',
  "mevrouw |d'Hondt",
  'mevrouw |K.| belde',
  'mevrouw: |Jansen',
  'de heren |Jansen',
  'mevrouw (|Jansen|)',
  'mevrouw "|Jansen|" (haar naam)',
  'mw. |v.d. Berg',
  'mevrouw |de vries| belde',
  'mevrouw |jansen-de vries| belde',
  'mevrouw/|Jansen',
  'mevrouw *|Jansen|*',
  'mevrouw _|Jansen|_',
  'mevrouw **|jansen|**',
  'mevrouw_|Jansen|_belde',
  'mevrouw - |Jansen',
  'mevrouw – |Jansen',
  'mevrouw-|Jansen',
  'mevrouw = |Jansen',
  'mevrouw + |Jansen',
  'mevrouw #|Jansen',
  'mevrouw {|jansen|}',
  'mevrouw • |Jansen',
  'mevrouw \\|Jansen',
  'mevrouw   -   |Jansen',
  'de heer, |Jansen',
  'mevrouw; |P. de Vries',
  'dhr./mw. |Jansen',
  'mevrouw/meneer |Jansen',
  'hr. |Jansen',
  'hr. |jansen',
  'Hr |Jansen',
  'mej. |Jansen',
  'mej |jansen',
  'mejuffrouw |jansen',
  'juffrouw |Jansen',
  'mvr. |Jansen',
  'juf |Anna',
  'meester |Jan',
  'dokter |Jansen',
  'zuster |Jansen',
  'ds. |Jansen',
  'familie |Jansen',
  'fam. |de Vries',
  'mevrouw |王',
  'mevrouw |王小明',
  'meneer |محمد',
  'mevrouw|王',
  'mevrouw|Jansen',
  'Mw|Jansen',
  'dhr|De Vries',
  'Me\u00advrouw |Janse\u0301n',
])('a name: %s', (text) => {
  const [, name = ''] = text.split('|')
  expect(marked(text.replaceAll('|', ''))).toEqual([['NAME', name]])
})

test('of several heren each name is found', () => {
  expect(marked('de heren Jansen, P. van der Berg en Pietersen en ik, en Zuid')).toEqual(
    ['Jansen', 'P. van der Berg', 'Pietersen'].map((name) => ['NAME', name]),
  )
})

test('where two notations overlap, the number that follows what is none is found', () => {
  expect(marked('10 111 222 333 en 06-12345678/06-87654321')).toEqual([
    ['BSN', '111 222 333'],
    ['PHONE', '06-12345678'],
    ['PHONE', '06-87654321'],
  ])
})

// Two capitals after four digits are marked whatever they are: nothing tells teams from a street.
test('what cannot be told from a postcode is marked', () => {
  expect(marked('1500 AB-teams')).toEqual([['POSTCODE', '1500 AB']])
})

test('no expression repeats anything without end', () => {
  for (const { source } of expressions)
    expect(source.replaceAll(/\\./g, '').replaceAll(/\[[^\]]*\]/g, '')).not.toMatch(/[*+]|,\}/)
})

test.each([
  'In 2022 en 2023 was de caseload 1234 uur, en 111222334 is geen nummer.',
  'Er zijn 06 manieren; zie bladzijde 1234567890123.',
  'De mevrouw van de receptie, meneer doet er niet toe.',
  'Kosten: 1500 SS, 2000 SA, 1500 km, € 1.250.000,00',
  'De meneer en mevrouw hebben in 2018-2019, 2020/2021 en 2019, 2021 om mevrouw te helpen',
  'Van 01-01-2022 - 31-12-2023, en op 05-03-2024 12 uur; in 2022 is',
  'Dames en heren, wij. De MW heeft 5 MW vermogen. Dat zag mevrouw. De volgende in Den Haag',
  'de heer en mevrouw werken, mevrouw zei dat, kom at home, het is 10 punt 5',
  'meneer/mevrouw, dhr/mw, de heer/mevrouw; mevrouw/client belt. Meneer - hij - gaat. Mevrouw, Waar blijft u?',
  'HR is hier; hr-afdeling. Van HR. Daarna de juf, de juf vertelde, meester worden, familie en familie/vrienden',
  'look at page 5.En dan; I am at home.It is; at work dot com is; drie punten, dot. com; www.look-at-me.com',
  'heerlijk, Heerlen, heerHugo, mevrouwen, Mwah; de dokter zei; van 2000_en 2001*en, 2001.En',
  'Mevrouw in Den Haag; de heer des huizes; beste mevrouw, Ik',
  '',
])('nothing in: %s', (text) => {
  expect(marked(text)).toEqual([])
})
