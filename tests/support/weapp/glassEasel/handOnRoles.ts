/** WeChat says `aria-role` where the web says `role`; a client of WeChat hands it on, and so does this. */
export const handOnRoles = (): void => {
  new MutationObserver(() => {
    for (const element of document.querySelectorAll('[aria-role]')) {
      const role = element.getAttribute('aria-role')
      if (role && element.getAttribute('role') !== role) element.setAttribute('role', role)
    }
  }).observe(document.body, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['aria-role'],
  })
}
