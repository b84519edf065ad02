// make_index FOLDER < collection.json: writes FOLDER/search/*.js.

#include <exception>
#include <iostream>

#include "collection_json.h"
#include "folder_sink.h"
#include "search/index.h"

int main(int argc, char** argv) try {
  if (argc != 2) return 2;
  FolderSink sink(argv[1]);
  const auto collection = nlohmann::json::parse(std::cin).get<metodaktiv::search::Collection>();
  metodaktiv::search::write_index(collection, 2, sink);
  return 0;
} catch (const std::exception& error) {
  std::cerr << error.what() << '\n';
  return 1;
}
