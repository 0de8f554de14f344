/** What trains the network, and how far it has come. */
export { ChartView } from './chart.ts'
export { TransportView } from './transport.ts'
export { UndoView } from './undo.ts'
