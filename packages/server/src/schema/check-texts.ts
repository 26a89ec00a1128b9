import { defaultFieldResolver, type GraphQLSchema, isObjectType } from 'graphql'
import { isStorable } from '../database/storable.ts'
import { requestError } from '../tables/request-error.ts'
import { requestFailure } from './request-failure.ts'

/** Arguments whose text is another one in base64. */
const encoded = new Set(['after', 'before', 'id'])

/** A number in a cursor that is the id of no row. */
const noRow = /^GPC:(N:(?!\d{1,9}$)|I:(?!\d{1,18}$))/

/** Lets every field refuse texts, ids and cursors that no database holds, before it asks one. */
export function checkTexts(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue
    for (const field of Object.values(type.getFields())) {
      if (field.args.length === 0) continue
      const resolve = field.resolve ?? defaultFieldResolver
      field.resolve = (source, args, context, info) => {
        const argument = Object.keys(args).find((name) => !isSound(name, args[name]))
        if (argument === undefined) return resolve(source, args, context, info)
        const message = `The argument ${argument} is ${JSON.stringify(args[argument]).slice(0, 100)}, which holds a character or number that nothing here has; take it from an answer of this service.`
        throw requestFailure(requestError('INVALID_INPUT', message, { argument }))
      }
    }
  }
  return schema
}

function isSound(name: string, value: unknown): boolean {
  if (typeof value === 'string') {
    const text = encoded.has(name) ? Buffer.from(value, 'base64').toString() : ''
    return isStorable(value) && !(/^(GPC:|\w+:)/.test(text) && (!isStorable(text) || noRow.test(text)))
  }
  if (typeof value !== 'object' || value === null || value instanceof Date) return true
  return Object.entries(value).every(([part, one]) => isSound(Array.isArray(value) ? name : part, one))
}
