import { expect, test } from 'vitest'
import type { AnswerLine } from '../source-table.ts'
import { readLimeSurvey } from './read-limesurvey.ts'

/** A column for each type of question as LimeSurvey exports it, with timings: heading, answers of two respondents. */
const columns: readonly (readonly [string, string, string])[] = [
  ['id', '4', '6'],
  ['submitdate', '1980-01-01 00:00:00', ''],
  ['lastpage', '2', '1'],
  ['startlanguage', 'nl', 'nl'],
  ['seed', '1866209211', '501766283'],
  ['startdate', '2024-05-01 10:00:00', '2024-05-01 11:00:00'],
  ['datestamp', '2024-05-01 10:05:00', '2024-05-01 11:01:00'],
  ['ipaddr', '192.0.2.1', '192.0.2.2'],
  ['refurl', 'https://example.org/', ''],
  ['firstname', 'Jan', 'Piet'],
  ['lastname', 'Jansen', 'Pietersen'],
  ['email', 'jan@example.org', 'piet@example.org'],
  ['attribute_1', 'Den Haag', 'Delft'],
  ['five', '1', '3'],
  ['array[SQ001]', '1', '2'],
  ['array[SQ002]', '2', '4'],
  ['dual[SQ001][0]', 'A1', 'A2'],
  ['dual[SQ001][1]', 'A1', 'A2'],
  ['gender', 'M', 'F'],
  ['list', '-oth-', 'A2'],
  ['list[other]', 'anders', ''],
  ['lwc', 'A1', ''],
  ['lwc[comment]', 'regel\neen', ''],
  ['amounts[SQ001]', '1.5', '27'],
  ['tasks[SQ001]', 'Y', ''],
  ['tasks[SQ001comment]', 'vaak', ''],
  ['tasks[SQ002]', '', ''],
  ['tasks[SQ002comment]', '', ''],
  ['tasks[other]', 'iets', ''],
  ['tasks[othercomment]', 'soms', ''],
  ['rank[1]', 'A2', ''],
  ['rank[2]', 'A1', ''],
  ['yes', 'Y', 'N'],
  ['short', 'met "aanhaling"', ''],
  ['grid[SQ001_SQ001]', '6', '3'],
  ['cv', '[{"title":"","comment":"","size":"12.3","name":"cv%20Jansen.pdf","ext":"pdf"}]', ''],
  ['cv[filecount]', '1', ''],
  ['visit', '2010-11-08 00:00:00', '2013-12-09 00:00:00'],
  ['interviewtime', '153.2', '20.77'],
  ['groupTime8020', '100.1', '20.77'],
  ['fiveTime', '8.1', '7.2'],
  ['listTime', '2.1', ''],
]

const quoted = (fields: readonly string[]) =>
  fields.map((field) => `"${field.replaceAll('"', '""')}"`).join(',')

test('of every type of question the answers are read, and nothing that tells who gave them, or when', async () => {
  const rows = [0, 1, 2].map((place) => quoted(columns.map((column) => column[place]!)))
  const table = await readLimeSurvey(() => [Buffer.from(`${rows.join('\n')}\n`)])
  if ('problems' in table) throw new Error(JSON.stringify(table.problems))
  expect(table.variables.map(({ code, measurement }) => `${code} ${measurement}`)).toEqual([
    'five nominal',
    'array_sq001 nominal',
    'array_sq002 nominal',
    'dual_sq001_0 nominal',
    'dual_sq001_1 nominal',
    'gender nominal',
    'list nominal',
    'list_other text',
    'lwc nominal',
    'lwc_comment text',
    'amounts_sq001 numeric',
    'tasks multiple',
    'tasks_sq001_comment text',
    'tasks_sq002_comment text',
    'tasks_other text',
    'tasks_other_comment text',
    'rank_1 nominal',
    'rank_2 nominal',
    'yes nominal',
    'short text',
    'grid_sq001_sq001 nominal',
  ])
  expect(
    table.columns.filter(({ understood }) => understood.startsWith('left out')).map(({ column }) => column),
  ).toEqual([
    ...columns.slice(1, 13).map(([heading]) => heading),
    'cv',
    'cv[filecount]',
    'visit',
    'interviewtime',
    'groupTime8020',
    'fiveTime',
    'listTime',
  ])
  const lines: AnswerLine[] = []
  for await (const line of table.lines) lines.push(line as AnswerLine)
  const [header, first] = lines
  expect(Object.fromEntries(header!.fields.map((name, place) => [name, first!.fields[place]]))).toMatchObject(
    {
      respondent: '4',
      list: 'other',
      list_other: 'anders',
      lwc_comment: 'regel\neen',
      tasks__sq001: '1',
      tasks__sq002: '0',
      tasks__other: '1',
      short: 'met "aanhaling"',
    },
  )
  expect(JSON.stringify(lines)).not.toMatch(/Jan|Piet|piet@|Delft|192\.0|1980|2010|153\.2/)
})
