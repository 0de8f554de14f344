/**
 * Unpacks what LZMA has packed: a fifth smaller than deflated. After the specification by Igor Pavlov. Every bit is coded
 * by how likely it is in its context, and what is learnt of that is one number of `chances`.
 */

/** Bits of the byte before, and of the place, that a context is made of: those of the packer, unless told otherwise. */
const [bytesBits, placeBits] = [3, 2]
const places = 1 << placeBits
/** What was done last, in 12 ways: from `stretched` on a stretch was repeated. */
const [states, stretched] = [12, 7]
/** Bytes before the first coded one: settings, the length of the whole, and the first of the range. */
const [lengthAt, codedFrom] = [5, 14]

const chances = (count: number) => new Uint16Array(count).fill(1024)
const many = (count: number, size: number) => Array.from({ length: count }, () => chances(size))

/** Decides bits by what is left of a range, which shrinks with each. */
class Coded {
  #bytes: Uint8Array
  #at = codedFrom
  #range = 0xffffffff
  #code = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
    for (let i = 0; i < 4; i++) this.#code = ((this.#code << 8) | bytes[this.#at++]) >>> 0
  }

  bit(chances: Uint16Array, i: number) {
    const chance = chances[i]
    const bound = (this.#range >>> 11) * chance
    const bit = this.#code < bound ? 0 : 1
    chances[i] = bit ? chance - (chance >>> 5) : chance + ((2048 - chance) >>> 5)
    if (bit) this.#code -= bound
    this.#range = bit ? this.#range - bound : bound
    this.#fill()
    return bit
  }

  /** Bits of which each is as likely as not. */
  plain(count: number) {
    let value = 0
    for (; count > 0; count--) {
      this.#range >>>= 1
      const bit = this.#code < this.#range ? 0 : 1
      if (bit) this.#code -= this.#range
      value = value * 2 + bit
      this.#fill()
    }
    return value
  }

  /** A number of some bits, the highest first; each is foreseen by those before it. */
  number(chances: Uint16Array, count: number, from = 0) {
    let node = 1
    for (let i = 0; i < count; i++) node = node * 2 + this.bit(chances, from + node)
    return node - (1 << count)
  }

  /** The same, the lowest first. */
  reversed(chances: Uint16Array, count: number, from = 0) {
    let [node, value] = [1, 0]
    for (let i = 0; i < count; i++) {
      const bit = this.bit(chances, from + node)
      node = node * 2 + bit
      value |= bit << i
    }
    return value
  }

  #fill() {
    if (this.#range >= 1 << 24) return
    this.#range = (this.#range << 8) >>> 0
    this.#code = ((this.#code << 8) | this.#bytes[this.#at++]) >>> 0
  }
}

/** How long a stretch is that is repeated: 2 and more. */
class Lengths {
  #choice = chances(2)
  #short = many(places, 8)
  #middle = many(places, 8)
  #long = chances(256)

  next(coded: Coded, place: number) {
    if (!coded.bit(this.#choice, 0)) return 2 + coded.number(this.#short[place], 3)
    if (!coded.bit(this.#choice, 1)) return 10 + coded.number(this.#middle[place], 3)
    return 18 + coded.number(this.#long, 8)
  }
}

/** How far back a stretch stands that is repeated. */
class Distances {
  #slots = many(4, 64)
  #special = chances(128)
  #low = chances(16)

  next(coded: Coded, length: number) {
    const slot = coded.number(this.#slots[Math.min(length - 2, 3)], 6)
    if (slot < 4) return slot
    const bits = (slot >> 1) - 1
    const high = (2 | (slot & 1)) << bits
    if (slot < 14) return high + coded.reversed(this.#special, bits, high - slot)
    return high + coded.plain(bits - 4) * 16 + coded.reversed(this.#low, 4)
  }
}

/** Bytes between two moments in which others may use the thread. */
const piece = 1 << 15
const breath = () => new Promise((resolve) => setTimeout(resolve))

/** @param packed of a length that was known when it was packed */
export async function unpack(packed: Uint8Array): Promise<Uint8Array> {
  const bytes = new Uint8Array(new DataView(packed.buffer, packed.byteOffset).getUint32(lengthAt, true))
  const coded = new Coded(packed)
  const [isStretch, isWhole] = [many(states, places), many(states, places)]
  const [isKnown, isNotFirst, isNotSecond, isNotThird] = many(4, states)
  const [lengths, knownLengths, distances] = [new Lengths(), new Lengths(), new Distances()]
  const literals = many(1 << bytesBits, 0x300)
  /** The last four distances, and what was done last. */
  let back = [0, 0, 0, 0]
  let state = 0

  /** A byte of its own. After a stretch, the byte that would have gone on with it says what this one is not. */
  const literal = (at: number) => {
    const own = literals[(bytes[at - 1] ?? 0) >> (8 - bytesBits)]
    let node = 1
    for (let other = bytes[at - back[0] - 1]; state >= stretched && node < 0x100; other <<= 1) {
      const guess = (other >> 7) & 1
      const bit = coded.bit(own, ((1 + guess) << 8) + node)
      node = node * 2 + bit
      if (bit !== guess) break
    }
    while (node < 0x100) node = node * 2 + coded.bit(own, node)
    state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6
    return node & 0xff
  }

  /** A stretch that stands as far back as one before it. @returns its length */
  const known = (place: number) => {
    const isLater = state >= stretched
    if (coded.bit(isNotFirst, state)) {
      const which = coded.bit(isNotSecond, state) ? 2 + coded.bit(isNotThird, state) : 1
      back = [back[which], ...back.filter((_, i) => i !== which)]
    } else if (!coded.bit(isWhole[state], place)) {
      state = isLater ? 11 : 9
      return 1
    }
    state = isLater ? 11 : 8
    return knownLengths.next(coded, place)
  }

  /** A stretch from elsewhere. @returns its length */
  const other = (place: number) => {
    state = state < stretched ? 7 : 10
    const length = lengths.next(coded, place)
    back = [distances.next(coded, length), ...back.slice(0, 3)]
    return length
  }

  for (let at = 0, paused = 0; at < bytes.length; ) {
    if (at >= paused + piece) {
      paused = at
      await breath()
    }
    const place = at % places
    if (coded.bit(isStretch[state], place)) {
      const end = at + (coded.bit(isKnown, state) ? known(place) : other(place))
      for (; at < end; at++) bytes[at] = bytes[at - back[0] - 1]
    } else {
      bytes[at] = literal(at)
      at++
    }
  }
  return bytes
}
