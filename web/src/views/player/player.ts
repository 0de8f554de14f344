/** What trains the network, and how far it has come. */
export { default as chartStyles } from './chart.css'
export { ChartView } from './chart.ts'
export { default as transportStyles } from './transport.css'
export { TransportView } from './transport.ts'
export { UndoView } from './undo.ts'
