import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, test } from 'vitest'
import { batches, file, id, whole } from '../testing/small-respondents.ts'
import { respondentsSav } from './respondents-sav.ts'

const installed = existsSync('/usr/bin/pspp')

let folder = ''

beforeAll(async () => {
  if (!installed) return
  folder = await mkdtemp(path.join(tmpdir(), 'peo-sav-'))
  await writeFile(path.join(folder, 'nl.sav'), await whole(respondentsSav(file('nl'), batches())))
})

/** What PSPP prints of the file, as CSV. */
async function pspp(...commands: string[]): Promise<string> {
  const syntax = path.join(folder, 'read.sps')
  await writeFile(syntax, [`GET FILE='${folder}/nl.sav'.`, ...commands].join('\n'))
  const { stdout, stderr } = await promisify(execFile)('pspp', ['-O', 'format=csv', syntax])
  return `${stderr}${stdout}`.trim()
}

// Debian: apt install pspp.
describe.skipIf(!installed)('PSPP reads the same', () => {
  test('levels, missing values and labels', async () => {
    const absent = '-97; -98; -99'
    const [variables, labels] = (await pspp('DISPLAY DICTIONARY.')).split('\n\n')
    expect(variables?.split('\n')).toEqual([
      'Table: Variables',
      'Name,Position,Label,Measurement Level,Role,Width,Alignment,Print Format,Write Format,Missing Values',
      'respondent,1,"rij, willekeurig",Nominal,Input,8,Left,A32,A32,',
      `area,2,Gebied,Nominal,Input,8,Right,F8.0,F8.0,${absent}`,
      `joy,3,Plezier,Ordinal,Input,8,Right,F8.0,F8.0,${absent}`,
      `town,4,Gemeente,Nominal,Input,8,Right,F8.0,F8.0,${absent}`,
      `causes__p,5,regels,Nominal,Input,8,Right,F8.0,F8.0,${absent}`,
      `causes__q,6,uren,Nominal,Input,8,Right,F8.0,F8.0,${absent}`,
      `grade,7,Cijfer,Scale,Input,8,Right,F9.1,F9.1,${absent}`,
      `weight,8,Weging,Scale,Input,8,Right,F10.2,F10.2,${absent}`,
    ])
    expect(labels?.split('\n').slice(2, 7)).toEqual([
      'Gebied,-99[a],geen antwoord',
      ',-98[a],niet gevraagd',
      ',-97[a],onderdrukt',
      ',1,"één, ""binnen"""',
      ',2,twee',
    ])
  })

  test('several answers as a set, codes as attributes, the release as a document', async () => {
    expect(
      (await pspp('MRSETS /DISPLAY NAME=ALL.', 'DISPLAY ATTRIBUTES.', 'DISPLAY DOCUMENTS.')).split('\n'),
    ).toEqual([
      'Table: Multiple Response Sets',
      'Name,Label,Encoding,Counted Value,Member Variables',
      '$causes,Waardoor?,Dichotomies,1,"causes__p',
      'causes__q"',
      '',
      'Table: Variable and Dataset Attributes',
      'Variable and Name,,Value',
      'Gebied,codes[1],a',
      ',codes[2],b',
      'Gemeente,codes[1],delft',
      ',codes[2],leidschendam_voorburg',
      '',
      'Table: Documents',
      '"peo-1, release',
      `${file('nl').digest}"`,
    ])
  })

  test('a question with one option has no set, which would be refused', async () => {
    const described = file('nl')
    const variables = described.variables.map((variable) =>
      variable.measurement === 'multiple'
        ? { ...variable, categories: variable.categories.slice(0, 1) }
        : variable,
    )
    await writeFile(
      path.join(folder, 'one.sav'),
      await whole(respondentsSav({ ...described, variables }, batches())),
    )
    const read = await pspp(`GET FILE='${folder}/one.sav'.`, 'MRSETS /DISPLAY NAME=ALL.')
    expect(read).not.toMatch(/warning|causes/)
  })

  test('weighted frequencies without what is no answer', async () => {
    expect((await pspp('FREQUENCIES joy town /STATISTICS=NONE.')).split('\n').slice(-14)).toEqual([
      'Table: Plezier',
      ',,Frequency,Percent,Valid Percent,Cumulative Percent',
      'Valid,veel,2.50,28.6%,100.0%,100.0%',
      'Missing,onderdrukt,6.25,71.4%,,',
      'Total,,8.75,100.0%,,',
      '',
      'Table: Gemeente',
      ',,Frequency,Percent,Valid Percent,Cumulative Percent',
      'Valid,Leidschendam-Voorburg,6.25,71.4%,100.0%,100.0%',
      'Missing,geen antwoord,1.25,14.3%,,',
      ',niet gevraagd,1.25,14.3%,,',
      'Total,,8.75,100.0%,,',
    ])
  })

  test('every row', async () => {
    const rows = (await pspp('LIST.')).split('\n').slice(2)
    expect(rows).toEqual([
      ...[0, 1].map((row) => `${id(row)},1,1,2,1,0,7.5,1.25`),
      ...[2, 3, 4].map((row) => `${id(row)},1,-97,2,1,0,7.5,1.25`),
      `${id(5)},1,-97,-99,-99,-99,7.5,1.25`,
      `${id(6)},1,-97,-98,-98,-98,7.5,1.25`,
    ])
  })
})
