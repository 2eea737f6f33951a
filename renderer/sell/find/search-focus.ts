/** The way of a key to the search box: the box registers itself, keys ask for the focus. */
let box: HTMLInputElement | null = null

export function registerSearch(element: HTMLInputElement | null): void {
  box = element
}

/** Focuses the search box behind what is typed already; waits a moment where a pane still covers it. */
export function focusSearch(): void {
  const focus = (): void => {
    box?.focus()
    box?.setSelectionRange(box.value.length, box.value.length)
  }
  focus()
  if (document.activeElement !== box) requestAnimationFrame(focus)
}

export function leaveSearch(): void {
  box?.blur()
}
