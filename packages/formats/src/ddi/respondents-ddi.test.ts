import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import { file, whole } from '../testing/small-respondents.ts'
import { respondentsDdi } from './respondents-ddi.ts'

const describe = async (language: 'nl' | 'en') =>
  new TextDecoder().decode(await whole(respondentsDdi(file(language))))

const xmlSchema = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/XML/1998/namespace">
  <xs:attribute name="lang" type="xs:language"/>
</xs:schema>`

async function problems(contents: string) {
  const schema = await readFile(new URL('../testing/ddi-codebook-part.xsd', import.meta.url), 'utf8')
  const { errors } = await validateXML({
    xml: [{ fileName: 'file.xml', contents }],
    schema: [schema],
    preload: [{ fileName: 'xml.xsd', contents: xmlSchema }],
  })
  return errors.map(({ message }) => message)
}

test('it is valid, and something out of place is not', async () => {
  const xml = await describe('nl')
  expect(await problems(xml)).toEqual([])
  expect(await problems(xml.replace('nature="ordinal"', 'nature="order"'))).not.toEqual([])
  expect(await problems(xml.replace(/(<labl>Plezier<\/labl>)(<qstn>.*?<\/qstn>)/, '$2$1'))).not.toEqual([])
  expect(await problems(xml.replace('ID="V8"', 'ID="V7"'))).not.toEqual([])
})

test('study, file and variables are described', async () => {
  const xml = await describe('nl')
  const withheld = '<catgry missing="Y"><catValu>withheld</catValu><labl>onderdrukt</labl></catgry>'
  const invalid = '<invalrng><item VALUE="withheld"/></invalrng>'
  const question = (label: string) => `<qstn><qstnLit>${label}</qstnLit></qstn>`
  const category = (code: string, label: string) =>
    `<catgry><catValu>${code}</catValu><labl>${label}</labl></catgry>`
  const lines = xml.split(/(?<=<\/var>|<\/varGrp>|<\/stdyDscr>|<\/fileDscr>)/)
  expect(lines).toEqual([
    `<?xml version="1.0" encoding="UTF-8"?>\n<codeBook xmlns="ddi:codebook:2_5" version="2.5" xml:lang="nl"><stdyDscr><citation><titlStmt><titl>Eerste meting</titl><IDNo>peo-1</IDNo></titlStmt><verStmt><version>${file('nl').digest}</version></verStmt></citation><stdyInfo><sumDscr><dataKind>geanonimiseerde antwoorden</dataKind></sumDscr></stdyInfo></stdyDscr>`,
    '<fileDscr ID="F1"><fileTxt><fileName>peo-1-respondents.csv</fileName><dimensns><caseQnty>7</caseQnty><varQnty>8</varQnty></dimensns><fileType charset="UTF-8">CSV</fileType></fileTxt><notes>Een leeg veld is niet gevraagd of niet beantwoord. Onderdrukt: er kan een antwoord zijn; het wordt niet getoond, om mensen te beschermen.</notes></fileDscr>',
    '<dataDscr><varGrp type="multipleResp" name="causes" var="V5 V6"><labl>Waardoor?</labl></varGrp>',
    '<var ID="V1" name="respondent" files="F1" intrvl="discrete" nature="nominal"><labl>rij, willekeurig</labl><varFormat type="character"/></var>',
    `<var ID="V2" name="area" files="F1" wgt-var="V8" intrvl="discrete" nature="nominal"><labl>Gebied</labl>${question('Gebied')}${invalid}${category('a', 'één, &quot;binnen&quot;')}${category('b', 'twee')}${withheld}<varFormat type="character"/></var>`,
    `<var ID="V3" name="joy" files="F1" wgt-var="V8" intrvl="discrete" nature="ordinal"><labl>Plezier</labl>${question('Plezier')}${invalid}${category('1', 'veel')}${category('2', 'wat')}${category('3', 'geen')}${withheld}<varFormat type="character"/></var>`,
    `<var ID="V4" name="town" files="F1" wgt-var="V8" intrvl="discrete" nature="nominal"><labl>Gemeente</labl>${question('Gemeente')}${invalid}${category('delft', 'Delft')}${category('leidschendam_voorburg', 'Leidschendam-Voorburg')}${withheld}<varFormat type="character"/></var>`,
    ...[
      ['V5', 'p', 'regels'],
      ['V6', 'q', 'uren'],
    ].map(
      ([id, option, label]) =>
        `<var ID="${id}" name="causes__${option}" files="F1" wgt-var="V8" intrvl="discrete" nature="nominal"><labl>${label}</labl>${question('Waardoor?')}${invalid}${category('0', 'nee')}${category('1', 'ja')}${withheld}<varFormat type="numeric"/></var>`,
    ),
    `<var ID="V7" name="grade" files="F1" wgt-var="V8" dcml="1" intrvl="contin" nature="interval"><labl>Cijfer</labl>${question('Cijfer')}<valrng><range UNITS="REAL" min="7.5" max="7.5"/></valrng>${invalid}${withheld}<varFormat type="numeric"/></var>`,
    `<var ID="V8" name="weight" files="F1" wgt="wgt" dcml="2" intrvl="contin" nature="interval"><labl>Weging</labl><valrng><range UNITS="REAL" min="1.25" max="1.25"/></valrng>${invalid}${withheld}<varFormat type="numeric"/></var>`,
    '</dataDscr></codeBook>\n',
  ])
})

test('what XML does not have is replaced', async () => {
  const described = file('en')
  const wave = { ...described.wave, title: 'A & B <c>\u0001 \u{1F600}' }
  const xml = new TextDecoder().decode(await whole(respondentsDdi({ ...described, wave })))
  expect(xml).toContain('<titl>A &amp; B &lt;c&gt;\uFFFD \u{1F600}</titl>')
  expect(await problems(xml)).toEqual([])
})
