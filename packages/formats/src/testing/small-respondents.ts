import { type AnonymousRow, anonymise, anonymousRows } from '@peo/disclosure'
import { type Column, NO_ANSWER, NOT_ASKED, type WaveData } from '@peo/tabulation'
import type { RespondentFile } from '../respondents/respondent-file.ts'
import { joined } from '../sav/bytes.ts'

const codes = (code: string, categories: string[]) => [code, { code, categories, nets: [] }] as const

const single = (...places: number[]) => ({ kind: 'single' as const, codes: Uint8Array.from(places) })

/** Seven respondents: nobody but the last gave the third answer on joy; the last two were not asked for causes or did not say. */
const data: WaveData = {
  wave: 'peo-1',
  size: 7,
  weights: new Float64Array(7).fill(1.25),
  variables: new Map([
    codes('area', ['a', 'b']),
    codes('joy', ['1', '2', '3']),
    codes('town', ['delft', 'leidschendam_voorburg']),
    codes('causes', ['p', 'q']),
    codes('grade', []),
  ]),
  columns: new Map<string, Column>([
    ['area', single(0, 0, 0, 0, 0, 0, 0)],
    ['joy', single(0, 0, 0, 0, 0, 0, 2)],
    ['town', single(1, 1, 1, 1, 1, NO_ANSWER, NOT_ASKED)],
    [
      'causes',
      {
        kind: 'multiple',
        options: [
          Uint8Array.of(1, 1, 1, 1, 1, NO_ANSWER, NOT_ASKED),
          Uint8Array.of(0, 0, 0, 0, 0, NO_ANSWER, NOT_ASKED),
        ],
      },
    ],
    ['grade', { kind: 'levels', levels: Float64Array.of(7.5), codes: new Uint8Array(7) }],
  ]),
}

/** Rows of anonymised answers: four of joy are withheld so that the last does not stand alone. */
export const rows: readonly AnonymousRow[] = anonymousRows(
  anonymise(data, {
    minimumClassSize: 5,
    background: ['area'],
    hierarchies: {},
    sensitive: [],
    weight: 'weight',
    leftOut: [],
    published: [],
    isSafe: () => true,
    isSilent: () => true,
    areOpen: () => true,
    // Keeps the order of the respondents, and withholds the last of those alike.
    random: () => 1 - 2 ** -53,
    ids: Uint8Array.from({ length: 112 }, (_, index) => Math.floor(index / 16)),
  })!,
)

/** Id of a row. */
export const id = (row: number) => `0${row}`.repeat(16)

/** The description of the rows. */
export function file(language: 'nl' | 'en'): RespondentFile {
  const pick = (nl: string, en: string) => (language === 'nl' ? nl : en)
  const none = { categories: [], numbers: [] }
  return {
    language,
    wave: { code: 'peo-1', title: pick('Eerste meting', 'First wave') },
    digest: '0123456789abcdef'.repeat(4),
    respondents: 7,
    variables: [
      {
        ...none,
        variable: 'area',
        label: pick('Gebied', 'Area'),
        measurement: 'nominal',
        categories: [
          { code: 'a', label: pick('één, "binnen"', 'one, "inside"') },
          { code: 'b', label: pick('twee', 'two') },
        ],
      },
      {
        ...none,
        variable: 'joy',
        label: pick('Plezier', 'Joy'),
        measurement: 'ordinal',
        categories: [
          { code: '1', label: pick('veel', 'much') },
          { code: '2', label: pick('wat', 'some') },
          { code: '3', label: pick('geen', 'none') },
        ],
      },
      {
        ...none,
        variable: 'town',
        label: pick('Gemeente', 'Town'),
        measurement: 'nominal',
        categories: [
          { code: 'delft', label: 'Delft' },
          { code: 'leidschendam_voorburg', label: 'Leidschendam-Voorburg' },
        ],
      },
      {
        ...none,
        variable: 'causes',
        label: pick('Waardoor?', 'Why?'),
        measurement: 'multiple',
        categories: [
          { code: 'p', label: pick('regels', 'rules') },
          { code: 'q', label: pick('uren', 'hours') },
        ],
      },
      { ...none, variable: 'grade', label: pick('Cijfer', 'Grade'), measurement: 'numeric', numbers: [7.5] },
      {
        ...none,
        variable: 'weight',
        label: pick('Weging', 'Weight'),
        measurement: 'weight',
        numbers: [1.25],
      },
    ],
  }
}

/** The rows, some at a time. */
export async function* batches(size = 3): AsyncGenerator<readonly AnonymousRow[]> {
  for (let row = 0; row < rows.length; row += size) yield rows.slice(row, row + size)
}

/** The whole of a file that is written in pieces. */
export async function whole(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = []
  for await (const chunk of chunks) parts.push(chunk)
  return joined(parts)
}
