/** What trains the network, and how far it has come. */
export { default as chartStyles } from './chart.css'
export { ChartView } from './chart.js'
export { default as transportStyles } from './transport.css'
export { TransportView } from './transport.js'
export { UndoView } from './undo.js'
