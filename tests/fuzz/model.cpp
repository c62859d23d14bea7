// The model loader: a hostile file is refused or gives a model that tags without harm. An input is a whole file (first byte
// even), or changes to a small valid model: triples of position, position, byte; then the checksum is mended.
#include "names/model.h"

#include "check.h"
#include "lang/language.h"
#include "names/links.h"
#include "names/phrases.h"
#include "names/tagger.h"
#include "names/words.h"
#include "text/segment.h"

namespace {

using namespace lupe::names;

// A model with all its parts, some hundred bytes apart from transitions.
std::string small_model() {
    std::string body;
    std::vector<std::pair<Hash, std::uint16_t>> clusters, lists, phrases;
    const char* const words[] = {"Anna", "Schmidt", "Bonn", "AG", "zahlt"};
    for (std::uint16_t i = 0; i < 5; ++i) {
        clusters.emplace_back(cluster_key(words[i]), static_cast<std::uint16_t>(i | i << 12));
        lists.emplace_back(list_key(words[i]), static_cast<std::uint16_t>(1 << i));
    }
    FingerprintMap::write(clusters, 12, body);
    append_ladder(body, {{0, 1, 2}, {1, 1, 2}, {2, 2, 2}});
    FingerprintMap::write(lists, 16, body);
    Hash key = phrase_start;  // "Anna Schmidt", and a longer name that begins so
    for (std::size_t i = 0; i < 2; ++i) key = longer_phrase(key, make_lexeme(words[i], true, false, {}).stem);
    phrases.emplace_back(key, phrase_bit(PhraseBit::person) | phrase_bit(PhraseBit::longer));
    FingerprintMap::write(phrases, 16, body);
    append_f32(body, 0.9f);
    append_f32(body, 0.6f);
    for (int pass = 0; pass < 2; ++pass) {
        append_transitions(body, Transitions{});
        std::vector<AtomTable::Weight> atoms;
        std::vector<std::pair<Hash, Scores>> features;
        for (const char* const word : words)
            for (const Atom& atom : make_lexeme(word, true, false, {}).atoms) {
                Scores scores{};
                scores[atom.hash % label_count] = 1;
                for (int d = -int{atom.reach}; d <= int{atom.reach}; ++d) atoms.push_back({atom.hash, d, scores});
                features.emplace_back(atom.hash, scores);
            }
        if (pass == 0) AtomTable::write(atoms, 0.05f, 0.01f, body);
        FeatureTable::write(features, 0.05f, 0.01f, body);
    }
    return body;
}

void use(const std::string& file) {
    Model model;
    std::string error;
    const bool good = model.read({reinterpret_cast<const std::uint8_t*>(file.data()), file.size()}, error);
    FUZZ_CHECK(good == error.empty() && (good || model.empty()));
    static constexpr std::string_view text =
        "Anna Schmidt zahlt 5 Euro.\nDie AG in Bonn, Anna und Bonn (AG) zahlt Anna Schmidt nichts.\nANNA SCHMIDT ZAHLT";
    const auto tokens = lupe::text::segment(text).tokens;
    const auto lines = lines_of(text, tokens);
    Forms forms(model);
    std::vector<Mention> mentions = tag(forms, lines);
    agree_along_links(lines, *lupe::lexicon_of("de"), mentions);
    for (const Mention& mention : mentions) {
        FUZZ_CHECK(mention.last < lines[mention.line].words.size());
        FUZZ_CHECK(mention.type >= 0 && mention.type < type_count);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    if (size == 0) return 0;
    if (data[0] % 2 == 0) {
        use({reinterpret_cast<const char*>(data + 1), size - 1});
        use(seal({reinterpret_cast<const char*>(data + 1), size - 1}));
        return 0;
    }
    static const std::string valid = small_model();
    std::string body = valid;
    for (std::size_t i = 1; i + 2 < size; i += 3)
        body[(data[i] | std::size_t{data[i + 1]} << 8) % body.size()] = static_cast<char>(data[i + 2]);
    if (size % 3 == 0) body.resize(body.size() * data[size - 1] / 255);
    use(seal(body));
    return 0;
}
