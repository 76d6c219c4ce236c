/** What importing an image gives in screen tests: some address. */
export default 'image.png'
