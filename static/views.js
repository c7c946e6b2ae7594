"use strict";
// Of the tabs of saved views, the one is marked whose claims the list shows, whatever brought them.
{
  const asked = (address) => {
    const { searchParams } = new URL(address);
    for (const cursor of ["after", "before"]) searchParams.delete(cursor);
    return String(searchParams);
  };

  document.addEventListener("htmx:pushedIntoHistory", () => {
    for (const tab of document.querySelectorAll("#queue-views [id^='view-tab-']")) {
      if (asked(tab.href) === asked(location.href)) tab.setAttribute("aria-current", "page");
      else tab.removeAttribute("aria-current");
    }
  });
}
