/** Whether codes are whole numbers, written as numbers are. */
export function areNumbers(codes: readonly string[]): boolean {
  return codes.every((code) => /^(0|[1-9]\d{0,8})$/.test(code))
}

/** Numbers for codes, in their order: the codes themselves where all are numbers, else 1, 2 and so on. */
export function codeNumbers(codes: readonly string[]): ReadonlyMap<string, number> {
  const isSame = areNumbers(codes)
  return new Map(codes.map((code, index) => [code, isSame ? Number(code) : index + 1]))
}
