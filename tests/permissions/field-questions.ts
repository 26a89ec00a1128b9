import {
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isIntrospectionType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
} from 'graphql'

/** How to ask for the fields of a type. */
export interface TypeQuestion {
  readonly type: string
  /** By field, what to select. */
  readonly fields: ReadonlyMap<string, string>
  /** Ways from an operation to the type, the shortest first. */
  readonly ways: readonly Way[]
}

/** Opening parts of a document, from its operation to the selection on a type. */
export type Way = readonly string[]

/** By field, such as `Query.wave`, what to give for its arguments: one of several where one does not lead on. */
export type Samples = Readonly<Record<string, readonly string[]>>

/** As many ways as are tried to each type, and as many steps as each takes. */
const most = { ways: 60, steps: 7 }

/**
 * Finds ways to every field of a schema.
 *
 * @param samples every field that requires arguments needs some
 * @throws Error where a field lacks a sample, or no way leads to a type
 */
export function typeQuestions(schema: GraphQLSchema, samples: Samples): TypeQuestion[] {
  const ways = waysToTypes(schema, samples)
  const types = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type))
  return types
    .filter((type) => !isIntrospectionType(type))
    .map((type) => {
      const found = ways.get(type.name)
      if (found === undefined)
        throw new Error(`No query leads to ${type.name}; leave the type out of the schema.`)
      const fields = Object.values(type.getFields()).map((field) => {
        const inner = isLeafType(getNamedType(field.type)) ? '' : ' { __typename }'
        return [field.name, `${field.name}: ${calls(type, field, samples)[0]}${inner}`] as const
      })
      return { type: type.name, fields: new Map(fields), ways: found }
    })
}

/** A document that asks for these fields of a type, and answers `reached` where its way leads there. */
export function documentOf(way: Way, fields: Iterable<string>): string {
  const asked = [...fields].join(' ')
  // A subscription has one field, which is none about the schema.
  const isSubscription = way.join() === 'subscription'
  const marked = isSubscription
    ? asked.replace('{ __typename', '{ reached: __typename')
    : `reached: __typename ${asked}`
  return `${way.join(' { ')} { ${marked} ${'}'.repeat(way.length)}`
}

function waysToTypes(schema: GraphQLSchema, samples: Samples): Map<string, Way[]> {
  const ways = new Map<string, Way[]>()
  const roots = {
    query: schema.getQueryType(),
    mutation: schema.getMutationType(),
    subscription: schema.getSubscriptionType(),
  }
  let next = Object.entries(roots).flatMap(([word, type]) => (type ? [{ type, way: [word] as Way }] : []))
  for (let step = 0; step <= most.steps; step++) {
    const kept = next.filter(({ type, way }) => {
      const known = ways.get(type.name) ?? []
      ways.set(type.name, known)
      return known.length < most.ways && known.push(way) > 0
    })
    next = kept.flatMap(({ type, way }) =>
      Object.values(type.getFields()).flatMap((field) => {
        const on = getNamedType(field.type)
        return isObjectType(on)
          ? calls(type, field, samples).map((call) => ({ type: on, way: [...way, call] }))
          : []
      }),
    )
  }
  return ways
}

/** A field with each sample of its arguments; lists are asked for two items. */
function calls(type: GraphQLObjectType, field: GraphQLField<unknown, unknown>, samples: Samples): string[] {
  const name = `${type.name}.${field.name}`
  const isList = field.args.some((argument) => argument.name === 'first')
  const given = samples[name] ?? (isList ? ['first: 2'] : [])
  if (given.length === 0 && field.args.some(isRequiredArgument))
    throw new Error(`${name} requires arguments; add a sample of them to tests/permissions/samples.ts.`)
  return given.length === 0 ? [field.name] : given.map((one) => `${field.name}(${one})`)
}
