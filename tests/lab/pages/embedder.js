// The other site's address is in this one's.
const frame = document.createElement("iframe");
frame.title = "the other site";
frame.width = "400";
frame.height = "300";
frame.src = new URLSearchParams(location.search).get("frame") ?? "";

/** What the frame has said, in order: drivers look into the top page only. */
window.frameReports = [];
/** Tells the frame what to do, at once or at the next click. */
window.tellFrame = (order) => frame.contentWindow?.postMessage(order, "*");

addEventListener("message", ({ data, source }) => {
  if (source === frame.contentWindow) window.frameReports.push(data);
});
document.body.append(frame);
