// Which names are of images: by their endings.

const shown = 'png|jpe?g|svg|webp|gif'

/** Whether pages and feeds show such a file. */
export const isImage = (name: string) => new RegExp(`\\.(${shown})$`).test(name)

/** The same, however large its ending is written. */
export const isImageInAnyCase = (name: string) => isImage(name.toLowerCase())

/** Whether it is an image at all, if not one that is shown. */
export const isAnyImage = (name: string) =>
  new RegExp(`\\.(${shown}|avif|bmp|tiff?)$`, 'i').test(name)

/** How an image's name may end, in words. */
export const endings = 'png, jpg, svg, webp or gif'
