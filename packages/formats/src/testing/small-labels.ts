import type { TableLabels } from '../table-labels.ts'

/** Labels of the small tables. Some hold what CSV has to quote; `d` has none. The second wave has notes. */
export function labels(language: 'nl' | 'en'): TableLabels {
  const pick = (nl: string, en: string) => (language === 'nl' ? nl : en)
  return {
    language,
    variables: new Map([
      [
        'sector',
        {
          label: pick('Soort organisatie', 'Type of organisation'),
          codes: new Map([
            ['a', pick('lokaal team', 'local team')],
            ['b', pick('jeugdhulp, gespecialiseerd', 'youth care, specialised')],
            ['c', pick('"anders"', '"other"')],
          ]),
        },
      ],
      [
        'space',
        {
          label: pick('Ruimte', 'Space'),
          codes: new Map([
            ['1', pick('veel', 'much')],
            ['2', pick('wat', 'some')],
            ['3', pick('weinig\nof geen', 'little\nor none')],
            ['net:enough', pick('voldoende', 'enough')],
          ]),
        },
      ],
      ['joy', { label: pick('Werkplezier', 'Joy at work'), codes: new Map() }],
      [
        'wave',
        {
          label: pick('Meting', 'Wave'),
          codes: new Map([
            ['peo-1', pick('Eerste', 'First')],
            ['peo-2', pick('Tweede', 'Second')],
          ]),
        },
      ],
    ]),
    notes: [
      { wave: 'peo-2', variable: 'sector', note: pick('Anders ingedeeld.', 'Grouped otherwise.') },
      { wave: 'peo-2', variable: 'joy', note: pick('Andere vraagtekst.', 'Worded otherwise.') },
    ],
  }
}
