/**
 * What a first visit does not need at once: drawers, cards, the overlay, the pictures of rarer data. One chunk, since
 * chunks that share little weigh more than they save.
 */

export { DataPickerView } from './data/data.js'
export { DialCard } from './graph/dial-card.js'
export { OverlayView } from './graph/overlay.js'
export { default as tableStyle } from './parts/tables/tables.css'
export { CurvePicture as curve } from './picture/curve.js'
export { ImagePicture as image } from './picture/image.js'
export { PicturePointer } from './picture/pointer.js'
export { StripsPicture as strips } from './picture/strips.js'
export { tableTemplate } from './player/chart-table.js'
export { ScatterPicture as scatter } from './plot/scatter.js'
export { AllSettingsView } from './settings/all-settings.js'
export { ShareView } from './share/share.js'
export { newsOf } from './story/news.js'
