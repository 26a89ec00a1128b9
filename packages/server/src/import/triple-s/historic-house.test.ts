import { expect, test } from 'vitest'
import type { AnswerLine } from '../source-table.ts'
import { readTripleS } from './read-triple-s.ts'

/** As the example of the standard (2.0) is made: modes, line breaks, ranges, filters, literal codes, a weight last. */
const definition = (encoding: string) => `<?xml version="1.0" encoding="${encoding}"?>
<!DOCTYPE sss PUBLIC "-//triple-s//DTD Survey Interchange v2.0//EN" "http://www.triple-s.org/dtd/sss_v20.dtd">
<sss version="2.0" modes="interview analysis">
  <date>14 April 2005</date><time>16:00</time>
  <origin>SurveyProg v1.3.05</origin><user>User Site</user>
  <survey>
    <name>SP5201-1</name>
    <title>House Exit Survey<br/>First Wave</title>
    <record ident="V">
      <variable ident="1" type="quantity" use="serial">
        <name>RESPONDENT_ID</name><label>Respondent ID</label>
        <position start="1" finish="6"/>
        <values><range from="000001" to="999999"/></values>
      </variable>
      <variable ident="2" type="date"><name>Q1.a</name><label>Date of visit</label>
        <position start="7" finish="14"/></variable>
      <variable ident="3" type="time"><name>Q1.b</name><label>Time of visit</label>
        <position start="15" finish="20"/></variable>
      <variable ident="4" type="single">
        <name>Q2</name>
        <label>Number of
          visits<text mode="interview">Is this your first<br/>visit here?</text></label>
        <position start="21"/>
        <values>
          <value code="0">First visit<text mode="interview">Yes</text></value>
          <value code="1">Visited before within the year</value>
          <value code="2">Visited before that</value>
        </values>
      </variable>
      <variable ident="5" type="multiple">
        <name>Q3</name><label>Attractions visited</label>
        <position start="22" finish="30"/>
        <values>
          <value code="1">Forest</value><value code="2">Château</value>
          <value code="3">&quot;Friar&quot; Restaurant</value><value code="9">Other</value>
        </values>
      </variable>
      <variable ident="7" type="multiple">
        <name>Q5</name><label>Two favourite<br/>attractions</label>
        <position start="31" finish="32"/>
        <spread subfields="2" width="1"/>
        <values><value code="1">Forest</value><value code="2">Château</value></values>
      </variable>
      <variable ident="8" type="quantity">
        <name>Q6</name><label>Miles travelled</label>
        <position start="33" finish="35"/>
        <values><range from="1" to="499"/>
          <value code="500">500 or more</value><value code="999">Not stated</value></values>
      </variable>
      <variable ident="9" type="logical"><name>Q7</name><label>Would come again</label>
        <position start="36"/></variable>
      <variable ident="10" type="single" format="literal">
        <name>Q8</name><label>When</label><filter>9</filter>
        <position start="37" finish="38"/>
        <values><value code="A1">Within 3 months</value><value code="B1">Later</value></values>
      </variable>
      <variable ident="11" type="single">
        <name>Q9</name><label>Mark</label><position start="39" finish="40"/>
        <values><range from="1" to="5"/><value code="09">None</value></values>
      </variable>
      <variable ident="999999" type="quantity" use="weight">
        <name>Q99</name><label>Case weight</label><position start="41" finish="47"/>
      </variable>
    </record>
  </survey>
</sss>`

const data = [
  '000001' + '20050401' + '101500' + '0' + '110000001' + '10' + ' 12' + '1' + 'A1' + ' 3' + '000.950',
  '000002' + '20050401' + '114500' + '2' + '000000000' + '00' + '999' + '0' + '  ' + '09' + '001.050',
]

test.each([
  ['UTF-8', 'utf8'],
  ['ISO-8859-1', 'latin1'],
] as const)('an example as the standard has it is read, in %s', async (encoding, bytes) => {
  const table = readTripleS(Buffer.from(definition(encoding), bytes))
  if ('problems' in table) throw new Error(JSON.stringify(table.problems))
  const label = (text: string) => ({ nl: text, en: text })
  expect(table.variables).toMatchObject([
    {
      code: 'q2',
      measurement: 'nominal',
      label: label('Number of visits'),
      categories: [{ code: '0', label: label('First visit') }, {}, {}],
    },
    { code: 'q3', measurement: 'multiple', categories: [{}, { label: label('Château') }, {}, { code: '9' }] },
    { code: 'q5', measurement: 'multiple', label: label('Two favourite attractions') },
    { code: 'q6', measurement: 'numeric', minimum: 1, maximum: 499 },
    { code: 'q7', measurement: 'nominal' },
    { code: 'q8', measurement: 'nominal', categories: [{ code: 'a1' }, { code: 'b1' }] },
    { code: 'q9', measurement: 'nominal' },
    { code: 'q99', measurement: 'weight' },
  ])
  expect(table.variables[6]?.categories?.map(({ code }) => code)).toEqual(['1', '2', '3', '4', '5', '9'])
  const lines: (readonly string[])[] = []
  for await (const line of table.linesOf([Buffer.from(`${data.join('\r\n')}\r\n`)]))
    lines.push((line as AnswerLine).fields)
  expect(lines).toEqual([
    'respondent q2 q3__1 q3__2 q3__3 q3__9 q5__1 q5__2 q6 q7 q8 q9 q99'.split(' '),
    ['000001', '0', '1', '1', '0', '1', '1', '0', '12', '1', 'a1', '3', '0.950'],
    ['000002', '2', '0', '0', '0', '0', '0', '0', '', '0', '', '9', '1.050'],
  ])
})
