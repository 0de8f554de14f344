/** What the control that an event comes from says now. */

/** What is typed into it, or chosen. */
export const valueIn = ({ currentTarget: control }: Event): string =>
  control instanceof HTMLInputElement || control instanceof HTMLSelectElement ? control.value : ''

/** Whether it is ticked. */
export const isTicked = ({ currentTarget: control }: Event): boolean =>
  control instanceof HTMLInputElement && control.checked

/** Whether it is unfolded. */
export const isUnfolded = ({ currentTarget: control }: Event): boolean =>
  control instanceof HTMLDetailsElement && control.open
