/**
 * Whether a dialog or sheet has the page to itself. Its Escape is its own, also before the focus has got inside: on a
 * busy page that takes a while. The globe keeps a hidden one of its own for its credits.
 */
export const isModalOpen = (): boolean =>
  [...document.querySelectorAll('[aria-modal="true"]')].some((modal) => modal.checkVisibility());
