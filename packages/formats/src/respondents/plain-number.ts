/** Decimals that tell a number, of sixteen at most. */
export function decimalsOf(value: number): number {
  const text = String(value)
  return text.includes('e') ? 16 : Math.min(16, (text.split('.')[1] ?? '').length)
}

/** A number with as many decimals as it needs, never with an exponent. */
export function plainNumber(value: number): string {
  return value.toFixed(decimalsOf(value))
}
