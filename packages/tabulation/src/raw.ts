/**
 * Marks what has not passed disclosure control. Formatters and resolvers take protected tables only, so handing
 * them a raw one does not compile.
 */
export interface Unprotected {
  readonly protection: 'none'
}
