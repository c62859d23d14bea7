// Which mentions mean one thing: "Elon Musk", "Musk" and "Musks"; "Amazon Web Services" and "AWS".
#pragma once

#include "lupe/document.h"

namespace lupe::facts {

// Groups the document's name annotations into `document.entities` and sets each annotation's `entity`. Mentions are only
// grouped within one type. A short form that could stand for several longer ones stays an entity of its own.
// Linear in the mentions.
void group_mentions(Document& document);

}  // namespace lupe::facts
