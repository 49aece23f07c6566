/**
 * Whether a dialog or sheet has the page to itself. Its Escape is its own, also before the focus has got inside: on a
 * busy page that takes a while.
 */
export const isModalOpen = (): boolean => document.querySelector('[aria-modal="true"]') !== null;
