import type { AnyRow } from './read-everything.ts'

/** Somebody who answered: what their invitation and their form are known by, and their answer. */
export interface Person {
  readonly invitation: string
  /** What the form that they sent is known by. */
  readonly form: string
  readonly answer: string
}

/** A way to link answers to invitations, and how many it got right. */
export interface Finding {
  readonly way: string
  readonly hits: number
}

/** People in an order, by their place in the list of all. */
type Order = readonly number[]

/**
 * Plays who has the whole database and knows in which order people answered, but not who gave which answer: tells what
 * each way of linking them gets right, the best first. By chance that is about one.
 *
 * @param people in the order in which they answered
 */
export function linkAttack(rows: readonly AnyRow[], people: readonly Person[]): Finding[] {
  const invitations = new Map([
    ...rowsOf(rows, people, ({ invitation }) => invitation),
    ...rowsOf(rows, people, ({ form }) => form),
  ])
  const answers = rowsOf(rows, people, ({ answer }) => answer)
  const answered = { name: 'the order in which they answered', order: [...people.keys()] }
  const findings = [
    ...equalValues(invitations, answers),
    ...[answered, ...ordersOf('invitations', invitations)].flatMap((one) =>
      ordersOf('answers', answers).flatMap((other) => sameRank(one, other)),
    ),
    ...ordersOf('invitations', invitations).flatMap((one) => sameRank(one, answered)),
  ]
  return findings.sort((one, other) => other.hits - one.hits)
}

/** Per table, the row of each person that holds a text. */
function rowsOf(rows: readonly AnyRow[], people: readonly Person[], text: (person: Person) => string) {
  const tables = new Map<string, Map<number, AnyRow>>()
  for (const row of rows) {
    const all = JSON.stringify(row.columns)
    const person = people.findIndex((one) => all.includes(text(one)))
    if (person >= 0) tables.set(row.table, (tables.get(row.table) ?? new Map()).set(person, row))
  }
  return tables
}

type Tables = ReturnType<typeof rowsOf>

/** Values that one invitation has and one answer. */
function equalValues(invitations: Tables, answers: Tables): Finding[] {
  return columnsOf(invitations).flatMap((one) =>
    columnsOf(answers).map((other) => {
      const person = new Map(once(other.values))
      const hits = once(one.values).filter(([value, who]) => person.get(value) === who).length
      return { way: `${one.name} = ${other.name}`, hits }
    }),
  )
}

/** Values that one person alone has. */
function once(values: ReadonlyMap<number, string>): [string, number][] {
  const count = new Map<string, number>()
  for (const value of values.values()) count.set(value, (count.get(value) ?? 0) + 1)
  return [...values].flatMap(([person, value]) =>
    count.get(value) === 1 ? [[value, person] as [string, number]] : [],
  )
}

function columnsOf(tables: Tables) {
  return [...tables].flatMap(([table, rows]) => {
    const names = new Set([...rows.values()].flatMap(({ columns }) => Object.keys(columns)))
    return [...names].map((name) => ({
      name: `${table}.${name}`,
      values: new Map(
        [...rows].flatMap(([person, { columns }]) =>
          columns[name] === undefined ? [] : [[person, columns[name]]],
        ),
      ),
    }))
  })
}

/** People by each column of the rows that hold them; rows that are equal in it stay in the order in which they lie. */
function ordersOf(of: string, tables: Tables) {
  return columnsOf(tables).map(({ name, values }) => ({
    name: `${of} by ${name}`,
    order: [...values].sort(([, one], [, other]) => compare(one, other)).map(([person]) => person),
  }))
}

/** Numbers, and places such as (0,12), by their value; else by their characters. */
function compare(one: string, other: string): number {
  const numbers = [one, other].map((value) =>
    /^\(?\d+(,\d+\))?$/.test(value) ? value.match(/\d+/g)!.map(Number) : undefined,
  )
  const [left, right] = numbers
  if (left === undefined || right === undefined) return one < other ? -1 : Number(one > other)
  return left[0]! - right[0]! || (left[1] ?? 0) - (right[1] ?? 0)
}

/** The first with the first, or with the last. */
function sameRank(one: { name: string; order: Order }, other: { name: string; order: Order }): Finding[] {
  const hits = (order: Order) => one.order.filter((person, place) => order[place] === person).length
  return [
    { way: `${one.name}, ${other.name}`, hits: hits(other.order) },
    { way: `${one.name}, ${other.name} from the last`, hits: hits([...other.order].reverse()) },
  ]
}
