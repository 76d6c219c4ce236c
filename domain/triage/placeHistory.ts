/** No more days than this are kept of one kind at one building: nobody counts beyond. */
export const daysMost = 9
