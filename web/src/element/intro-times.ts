/** How long what the introduction shows stays, in milliseconds. */
export const stays = { input: 1000, forward: 700, truth: 1700, error: 600, backward: 900, descent: 2300 }

/** For which a signal runs over the wires into a layer. */
export const running = 800

/** How long the whole is with so many layers, the output counted. */
export const lengthOf = (layers: number) =>
  stays.input +
  layers * running +
  (layers - 1) * (stays.forward + running + stays.backward) +
  stays.truth +
  stays.error +
  stays.descent
