/** Pixels of the longer side. Vendors scale larger pictures down themselves, to about this, and charge for more. */
export const LARGEST_SIDE = 1024

/** Of a JPEG, from 1 to 100. */
export const QUALITY = 80
