/** What lies over the remote's own page. */
export type Sheet = 'hands' | 'ask' | 'go';
