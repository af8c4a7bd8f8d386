// What somebody can read on the screen, line by line, with every kind of blank as one.
return document.body.innerText.replace(/[^\S\n]+/g, " ").replace(/\n\s*\n+/g, "\n").trim();
