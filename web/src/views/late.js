/**
 * What a first visit does not need at once: drawers, cards, the overlay, the pictures of rarer data. One chunk, since
 * chunks that share little weigh more than they save.
 */
export { AllSettingsView } from './all-settings.js'
export { tableTemplate } from './chart-table.js'
export { CurvePicture as curve } from './curve.js'
export { DataPickerView } from './data-picker.js'
export { DialCard } from './dial-card.js'
export { ImagePicture as image } from './digit.js'
export { OverlayView } from './overlay.js'
export { PictureHand } from './picture-hand.js'
export { ScatterPicture as scatter } from './scatter.js'
export { ShareView } from './share.js'
export { newsOf } from './story-news.js'
export { StripsPicture as strips } from './strips.js'
export { default as tableStyle } from './tables.css'
