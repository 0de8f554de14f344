import type { Plot } from './plot.ts'

/** The plot that an event has come to. */
export const plotIn = ({ currentTarget: plot }: Event): Plot | null => (isPlot(plot) ? plot : null)

const isPlot = (target: EventTarget | null): target is Plot =>
  target instanceof HTMLElement && target.localName === 'glassbox-plot'
