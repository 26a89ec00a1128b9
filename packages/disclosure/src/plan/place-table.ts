/** Of more keys than so many, a table that has room for each is no faster than a map. */
const mostRoom = 2 ** 20

/** Numbers 0, 1, 2 and so on for whole keys, in the order in which they first occur. */
export interface PlaceTable {
  /** The number of a key, which is new where it is the size so far. */
  readonly placeOf: (key: number) => number
  readonly size: () => number
}

/** Numbers keys from 0 to below `room`. */
export function placeTable(room: number): PlaceTable {
  let size = 0
  if (room > mostRoom) {
    const places = new Map<number, number>()
    const placeOf = (key: number) => {
      const known = places.get(key)
      if (known !== undefined) return known
      places.set(key, size)
      return size++
    }
    return { placeOf, size: () => size }
  }
  const places = new Int32Array(room).fill(-1)
  const placeOf = (key: number) => {
    const known = places[key]!
    if (known !== -1) return known
    places[key] = size
    return size++
  }
  return { placeOf, size: () => size }
}
