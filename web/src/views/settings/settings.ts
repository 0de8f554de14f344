/** What the network learns and how: first the sentence that says it; the drawer with all of it comes late. */
export { SettingsSentence } from './sentence.ts'
