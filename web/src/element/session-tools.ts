/** What a session is opened with: at hand for a playground, fetched by a network when its first figure comes near. */
export { connect } from '../session/connect.ts'
export { plainState } from '../state/border.ts'
export { Address } from './address.ts'
