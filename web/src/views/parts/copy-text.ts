/** Copies what a field holds. @returns whether the browser allowed it; if not, it is selected, to be copied by keys */
export async function copyText(field: HTMLInputElement | HTMLTextAreaElement | null): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(field?.value ?? '')
    return true
  } catch {
    field?.select()
    return false
  }
}
