import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { batches, file, id, whole } from '../testing/small-respondents.ts'
import { respondentsTripleS } from './respondents-triple-s.ts'

async function read(language: 'nl' | 'en') {
  const files = unzipSync(await whole(respondentsTripleS(file(language), batches())))
  return Object.entries(files).map(([name, bytes]) => [name, new TextDecoder().decode(bytes)] as const)
}

test('an archive of the definition and the rows in fixed columns', async () => {
  const [[name, xml], [data, rows]] = (await read('nl')) as [[string, string], [string, string]]
  expect([name, data]).toEqual(['peo-1.sss', 'peo-1.asc'])
  const why = (first: number) =>
    ['onderdrukt', 'niet gevraagd', 'geen antwoord']
      .map((label, index) => `<value code="${first + index}">${label}</value>`)
      .join('')
  expect(xml.split(/(?<=<\/variable>|<record[^>]*>)/)).toEqual([
    `<?xml version="1.0" encoding="UTF-8"?>\n<sss version="2.0"><origin>PEO, release ${file('nl').digest}</origin><survey><name>peo-1</name><title>Eerste meting</title><record ident="A" href="peo-1.asc">`,
    '<variable ident="1" type="character" use="serial"><name>respondent</name><label>rij, willekeurig</label><position start="1" finish="32"/><size>32</size></variable>',
    `<variable ident="2" type="single"><name>area</name><label>Gebied</label><position start="33" finish="34"/><values><value code="1">één, &quot;binnen&quot;</value><value code="2">twee</value>${why(97)}</values></variable>`,
    `<variable ident="3" type="single"><name>joy</name><label>Plezier</label><position start="35" finish="36"/><values><value code="1">veel</value><value code="2">wat</value><value code="3">geen</value>${why(97)}</values></variable>`,
    `<variable ident="4" type="single"><name>town</name><label>Gemeente</label><position start="37" finish="38"/><values><value code="1">Delft</value><value code="2">Leidschendam-Voorburg</value>${why(97)}</values></variable>`,
    `<variable ident="5" type="multiple"><name>causes</name><label>Waardoor?</label><position start="39" finish="43"/><values><value code="1">regels</value><value code="2">uren</value>${why(3)}</values></variable>`,
    `<variable ident="6" type="quantity"><name>grade</name><label>Cijfer</label><position start="44" finish="46"/><values><range from="7.5" to="7.5"/>${why(97)}</values></variable>`,
    `<variable ident="7" type="quantity" use="weight"><name>weight</name><label>Weging</label><position start="47" finish="50"/><values><range from="1.25" to="1.25"/>${why(97)}</values></variable>`,
    '</record></survey></sss>\n',
  ])
  expect(rows.split('\r\n')).toEqual([
    ...[0, 1].map((row) => `${id(row)} 1 1 2100007.51.25`),
    ...[2, 3, 4].map((row) => `${id(row)} 197 2100007.51.25`),
    `${id(5)} 19799000017.51.25`,
    `${id(6)} 19798000107.51.25`,
    '',
  ])
})

test('numbers as high as 97 move what stands for none, and no number has an exponent', async () => {
  const described = file('en')
  const variables = described.variables.map((variable) =>
    variable.variable === 'grade' ? { ...variable, numbers: [1e-7, 7.5, 97] } : variable,
  )
  const files = unzipSync(await whole(respondentsTripleS({ ...described, variables }, batches())))
  const xml = new TextDecoder().decode(files['peo-1.sss'])
  expect(xml).toContain(
    '<range from="0.0000001000000000" to="97.0000000000000000"/><value code="997">withheld</value>',
  )
})

test.each([
  [[1, 2.5, 10], '1.0', '10.0', 47],
  [[1, 10], '1', '10', 45],
  [[-3.25, 2.5], '-3.25', '2.50', 48],
])('the range of %j has the most decimals that occur, and room for them', async (numbers, from, to, finish) => {
  const described = file('nl')
  const variables = described.variables.map((variable) =>
    variable.variable === 'grade' ? { ...variable, numbers } : variable,
  )
  const files = unzipSync(await whole(respondentsTripleS({ ...described, variables }, batches())))
  const xml = new TextDecoder().decode(files['peo-1.sss'])
  const position = `<position start="44" finish="${finish}"/>`
  expect(xml).toContain(`${position}<values><range from="${from}" to="${to}"/>`)
})
