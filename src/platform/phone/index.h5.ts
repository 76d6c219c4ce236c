/** Opens the phone with a number, for the person to call. */
export const dial = (phoneNumber: string): void => {
  window.location.href = `tel:${phoneNumber}`
}
