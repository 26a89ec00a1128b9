/**
 * Decodes texts that are in an encoding, each by itself.
 *
 * @throws RangeError for an encoding that is not known
 */
export function textDecoder(
  encoding: string,
  options: TextDecoderOptions = {},
): (bytes: Uint8Array) => string {
  const decoder = new TextDecoder(encoding, options)
  // In one call Node 20 takes windows-1252 for Latin-1: of € it makes a control character.
  return (bytes) => decoder.decode(bytes, { stream: true }) + decoder.decode()
}
