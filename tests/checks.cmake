# Checks that are not C++ programs; tests/CMakeLists.txt includes this file. All of them run from
# the project's root.

# Debian's python3-openpyxl belongs to Debian's own python3.
find_program(METODAKTIV_PYTHON python3 HINTS /usr/bin NO_CMAKE_ENVIRONMENT_PATH
                                             NO_SYSTEM_ENVIRONMENT_PATH REQUIRED)
find_program(METODAKTIV_NODE node REQUIRED)

# The small demo site that checks of a finished build share: registry.db and site/.
set(SMALL_SITE_DIR ${CMAKE_BINARY_DIR}/small-site)

# Under sanitizers everything takes several times as long: preset asan.
set(METODAKTIV_PATIENCE 1 CACHE STRING "Times that a check may take longer")

# metodaktiv_check(name [SMALL_SITE] [TIMEOUT seconds] COMMAND command argument...)
# SMALL_SITE: the check reads SMALL_SITE_DIR, which is then built first.
function(metodaktiv_check name)
  cmake_parse_arguments(PARSE_ARGV 1 CHECK "SMALL_SITE" "TIMEOUT" "COMMAND")
  if(NOT CHECK_COMMAND OR CHECK_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "metodaktiv_check(${name}): COMMAND expected")
  endif()
  if(CHECK_SMALL_SITE AND NOT TARGET metodaktiv)
    return()
  endif()
  if(NOT CHECK_TIMEOUT)
    set(CHECK_TIMEOUT 300)
  endif()
  math(EXPR CHECK_TIMEOUT "${CHECK_TIMEOUT} * ${METODAKTIV_PATIENCE}")
  add_test(NAME check.${name} COMMAND ${CHECK_COMMAND} WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
  set_tests_properties(check.${name} PROPERTIES TIMEOUT ${CHECK_TIMEOUT})
  if(CHECK_SMALL_SITE)
    set_tests_properties(check.${name} PROPERTIES FIXTURES_REQUIRED small_site)
  endif()
endfunction()

# The steps that make SMALL_SITE_DIR, in their order.
function(metodaktiv_small_site)
  set(previous "")
  foreach(step clean folder demo build)
    if(step STREQUAL clean)
      set(command ${CMAKE_COMMAND} -E rm -rf ${SMALL_SITE_DIR})
    elseif(step STREQUAL folder)
      set(command ${CMAKE_COMMAND} -E make_directory ${SMALL_SITE_DIR})
    elseif(step STREQUAL demo)
      set(command metodaktiv demo --registry ${SMALL_SITE_DIR}/registry.db --scale 0.05
                                  --as-of 2026-11-20)
    else()
      set(command metodaktiv build --registry ${SMALL_SITE_DIR}/registry.db --as-of 2026-11-20
                                   --out ${SMALL_SITE_DIR}/site)
    endif()
    add_test(NAME small_site.${step} COMMAND ${command} WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
    set_tests_properties(small_site.${step} PROPERTIES FIXTURES_SETUP small_site TIMEOUT 600)
    if(previous)
      set_tests_properties(small_site.${step} PROPERTIES DEPENDS ${previous})
    endif()
    set(previous small_site.${step})
  endforeach()
endfunction()

if(TARGET metodaktiv)
  metodaktiv_small_site()
endif()

metodaktiv_check(architecture
  COMMAND ${METODAKTIV_PYTHON} tests/architecture/check_includes.py)
metodaktiv_check(architecture_self_test
  COMMAND ${METODAKTIV_PYTHON} tests/architecture/check_includes.py --self-test)
metodaktiv_check(forms_match_schema
  COMMAND ${METODAKTIV_PYTHON} tests/data/forms_match_schema.py .)

# The small site as a reader meets it: every page type in every mode of a real browser, with the
# keyboard; its markup, links and weight; what Lighthouse thinks of its main pages.
set(SMALL_PUBLIC ${SMALL_SITE_DIR}/site/public)
metodaktiv_check(browser SMALL_SITE TIMEOUT 1500
  COMMAND ${METODAKTIV_NODE} tests/browser/check_site.mjs ${SMALL_PUBLIC})
# The pages of the restricted reports, opened from disk.
metodaktiv_check(report_pages SMALL_SITE TIMEOUT 600
  COMMAND ${METODAKTIV_NODE} tests/browser/check_reports.mjs ${SMALL_SITE_DIR}/site/reports)
metodaktiv_check(browser_self_test TIMEOUT 600
  COMMAND ${METODAKTIV_NODE} tests/browser/self_test.mjs)
# Search, roster and practice bank over the full-size demo, opened from disk. The folder is made anew.
if(TARGET metodaktiv)
  metodaktiv_check(search TIMEOUT 900
    COMMAND ${METODAKTIV_NODE} tests/browser/search_test.mjs $<TARGET_FILE:metodaktiv>
            ${CMAKE_BINARY_DIR}/search --fresh)
endif()
metodaktiv_check(nu SMALL_SITE
  COMMAND ${METODAKTIV_NODE} tests/browser/nu_check.mjs ${SMALL_PUBLIC})
metodaktiv_check(lighthouse SMALL_SITE TIMEOUT 900
  COMMAND ${METODAKTIV_NODE} tests/browser/lighthouse.mjs ${SMALL_PUBLIC})
metodaktiv_check(page_tools_self_test TIMEOUT 600
  COMMAND ${METODAKTIV_NODE} tests/browser/tools_self_test.mjs)
metodaktiv_check(links SMALL_SITE
  COMMAND ${METODAKTIV_PYTHON} tests/browser/check_links.py ${SMALL_PUBLIC})
metodaktiv_check(links_self_test
  COMMAND ${METODAKTIV_PYTHON} tests/browser/check_links.py --self-test)

# The program's numbers against a computation of their own, in Python, over the exported registry.
metodaktiv_check(independent_computation
  COMMAND ${METODAKTIV_PYTHON} tests/independent/indicators_test.py)
set(SMALL_SITE_COMPARED --registry ${SMALL_SITE_DIR}/registry.db --site ${SMALL_SITE_DIR}/site
                        --as-of 2026-11-20)
metodaktiv_check(independent SMALL_SITE
  COMMAND ${METODAKTIV_PYTHON} tests/independent/compare.py $<TARGET_FILE:metodaktiv> .
          ${CMAKE_BINARY_DIR}/independent ${SMALL_SITE_COMPARED})
metodaktiv_check(independent_self_test SMALL_SITE
  COMMAND ${METODAKTIV_PYTHON} tests/independent/compare.py $<TARGET_FILE:metodaktiv> .
          ${CMAKE_BINARY_DIR}/independent-self-test ${SMALL_SITE_COMPARED} --self-test)
if(TARGET metodaktiv)
  metodaktiv_check(independent_hard_region
    COMMAND ${METODAKTIV_PYTHON} tests/independent/hard_region_check.py
            $<TARGET_FILE:metodaktiv> . ${CMAKE_BINARY_DIR}/hard-region)
  metodaktiv_check(cli TIMEOUT 1500
    COMMAND ${METODAKTIV_PYTHON} tests/cli/run.py --binary $<TARGET_FILE:metodaktiv> --project .)
endif()
metodaktiv_check(golden
  COMMAND ${METODAKTIV_PYTHON} tests/golden/golden.py $<TARGET_FILE:metodaktiv> ${PROJECT_SOURCE_DIR})

# Broken and hostile files; commands killed at system calls and at random moments; a disk that fails.
if(TARGET metodaktiv)
  set(HOSTILE ${METODAKTIV_PYTHON} tests/hostile/run.py $<TARGET_FILE:metodaktiv> .
              ${CMAKE_BINARY_DIR}/hostile)
  metodaktiv_check(hostile TIMEOUT 1200 COMMAND ${HOSTILE})
  metodaktiv_check(hostile_self_test COMMAND ${HOSTILE}-self-test --self-test)
  set(KILL ${METODAKTIV_PYTHON} tests/hostile/kill.py $<TARGET_FILE:metodaktiv> .)
  metodaktiv_check(killed_import TIMEOUT 1500
    COMMAND ${KILL} ${CMAKE_BINARY_DIR}/killed-import import --calls 80 --moments 200)
  metodaktiv_check(killed_build TIMEOUT 900
    COMMAND ${KILL} ${CMAKE_BINARY_DIR}/killed-build build --calls 30 --moments 20)
  metodaktiv_check(faults TIMEOUT 1500
    COMMAND ${METODAKTIV_PYTHON} tests/hostile/faults.py $<TARGET_FILE:metodaktiv> .
            ${CMAKE_BINARY_DIR}/faults --calls 12)
  metodaktiv_check(faults_self_test
    COMMAND ${METODAKTIV_PYTHON} tests/hostile/faults.py $<TARGET_FILE:metodaktiv> .
            ${CMAKE_BINARY_DIR}/faults-self-test withdraw --calls 12 --self-test)
  set(VARIATIONS ${METODAKTIV_PYTHON} tests/determinism/variations.py $<TARGET_FILE:metodaktiv> .)
  metodaktiv_check(determinism TIMEOUT 900 COMMAND ${VARIATIONS} ${CMAKE_BINARY_DIR}/determinism)
  metodaktiv_check(determinism_self_test TIMEOUT 900
    COMMAND ${VARIATIONS} ${CMAKE_BINARY_DIR}/determinism-self-test --self-test)
endif()
# Collection forms come back the same from openpyxl, exceljs and LibreOffice.
if(TARGET metodaktiv)
  metodaktiv_check(forms_round_trip TIMEOUT 900
    COMMAND ${METODAKTIV_PYTHON} tests/forms/round_trip.py $<TARGET_FILE:metodaktiv> .
            ${CMAKE_BINARY_DIR}/forms-round-trip)
endif()
# The comparison of the XLSX reader with openpyxl, over workbooks made on the spot.
metodaktiv_check(corpus_self_test
  COMMAND ${METODAKTIV_PYTHON} tests/corpus/self_test.py $<TARGET_FILE:dump_workbook>)
metodaktiv_check(golden_regions
  COMMAND ${METODAKTIV_PYTHON} tests/golden/regions.py $<TARGET_FILE:metodaktiv> ${PROJECT_SOURCE_DIR})

# The figures of a source document come out of a registry made to them.
if(TARGET metodaktiv)
  metodaktiv_check(perm_figures
    COMMAND ${METODAKTIV_PYTHON} tests/regions/perm_figures.py $<TARGET_FILE:metodaktiv> .
            ${CMAKE_BINARY_DIR}/perm-figures)
endif()

# The guide for a region of one's own, followed to the letter.
if(TARGET metodaktiv)
  set(GUIDE ${METODAKTIV_PYTHON} tests/guide/follow_guide.py $<TARGET_FILE:metodaktiv> .)
  metodaktiv_check(guide TIMEOUT 600 COMMAND ${GUIDE} ${CMAKE_BINARY_DIR}/guide)
  metodaktiv_check(guide_self_test TIMEOUT 900
    COMMAND ${GUIDE} ${CMAKE_BINARY_DIR}/guide-self-test --self-test)
  # The editors' help: every command it names runs.
  metodaktiv_check(help TIMEOUT 900 COMMAND ${METODAKTIV_PYTHON} tests/guide/run_help.py
                                            $<TARGET_FILE:metodaktiv> . ${CMAKE_BINARY_DIR}/help)
endif()

# docs/sources.md: every requirement of the source documents has what carries it.
metodaktiv_check(sources COMMAND ${METODAKTIV_PYTHON} tests/docs/check_sources.py)
metodaktiv_check(sources_self_test COMMAND ${METODAKTIV_PYTHON} tests/docs/check_sources.py --self-test)

# Calendars as ical.js and libical read them; feed and sitemap against their schemas.
if(TARGET write_hostile_calendar)
  set(CALENDARS ${METODAKTIV_NODE} tests/feeds/check_calendars.mjs
                --hostile $<TARGET_FILE:write_hostile_calendar>)
  if(TARGET parse_ics)
    list(APPEND CALENDARS --libical $<TARGET_FILE:parse_ics>)
  endif()
  metodaktiv_check(calendars SMALL_SITE
    COMMAND ${CALENDARS} --scratch ${CMAKE_BINARY_DIR}/calendars ${SMALL_SITE_DIR}/site/public)
  metodaktiv_check(calendars_self_test
    COMMAND ${CALENDARS} --scratch ${CMAKE_BINARY_DIR}/calendars-self-test --self-test)
endif()
metodaktiv_check(feeds SMALL_SITE
  COMMAND ${METODAKTIV_PYTHON} tests/feeds/check_feeds.py ${SMALL_SITE_DIR}/site/public
          --as-of 2026-11-20)
metodaktiv_check(feeds_self_test
  COMMAND ${METODAKTIV_PYTHON} tests/feeds/check_feeds.py --self-test)

# Search: one word list for the index and its client, the client over small indexes, and the whole of it against MiniSearch.
metodaktiv_check(search_words COMMAND ${METODAKTIV_NODE} tests/search_client/word_list.mjs)
metodaktiv_check(search_words_self_test
  COMMAND ${METODAKTIV_NODE} tests/search_client/word_list.mjs --self-test)
if(TARGET make_index)
  metodaktiv_check(search_client
    COMMAND ${METODAKTIV_NODE} tests/search_client/engine_test.mjs $<TARGET_FILE:make_index>)
endif()
if(TARGET dump_documents)
  set(ORACLE ${METODAKTIV_NODE} tests/search_client/oracle.mjs ${SMALL_SITE_DIR}/site/public
             $<TARGET_FILE:dump_documents> moscow-oblast)
  metodaktiv_check(search_oracle SMALL_SITE TIMEOUT 600 COMMAND ${ORACLE})
  metodaktiv_check(search_oracle_self_test SMALL_SITE TIMEOUT 900
    COMMAND ${ORACLE} --self-test --queries 200)
endif()
metodaktiv_check(search_weight SMALL_SITE
  COMMAND ${METODAKTIV_NODE} tests/search_client/weigh.mjs ${SMALL_SITE_DIR}/site/public --limits)

# The finished workbooks: their parts, every number read back, and text from the data that would run or break.
set(PACKAGE ${METODAKTIV_PYTHON} tests/workbooks/package_check.py ${SMALL_SITE_DIR}/site/reports --as-of 2026-11-20)
metodaktiv_check(workbook_parts SMALL_SITE COMMAND ${PACKAGE})
metodaktiv_check(workbook_parts_self_test SMALL_SITE COMMAND ${PACKAGE} --self-test)
set(READ_BACK ${METODAKTIV_PYTHON} tests/workbooks/read_back.py ${SMALL_SITE_COMPARED} --project .
              --region moscow-oblast)
metodaktiv_check(read_back SMALL_SITE TIMEOUT 600 COMMAND ${READ_BACK})
metodaktiv_check(read_back_self_test SMALL_SITE TIMEOUT 600 COMMAND ${READ_BACK} --self-test)
if(TARGET metodaktiv)
  set(HOSTILE_TEXT ${METODAKTIV_PYTHON} tests/workbooks/hostile_text.py $<TARGET_FILE:metodaktiv> .)
  metodaktiv_check(hostile_text TIMEOUT 600 COMMAND ${HOSTILE_TEXT} ${CMAKE_BINARY_DIR}/hostile-text)
  metodaktiv_check(hostile_text_self_test TIMEOUT 600
    COMMAND ${HOSTILE_TEXT} ${CMAKE_BINARY_DIR}/hostile-text-self-test --self-test)
endif()

# The results stored beside the formulas of the reports are those that LibreOffice computes.
if(TARGET metodaktiv)
  set(RECALCULATED ${METODAKTIV_PYTHON} tests/workbooks/recalculated.py $<TARGET_FILE:metodaktiv> .)
  metodaktiv_check(recalculated TIMEOUT 600 COMMAND ${RECALCULATED})
  metodaktiv_check(recalculated_self_test TIMEOUT 600 COMMAND ${RECALCULATED} --self-test)
endif()

# What an outsider can work out from everything published (docs/indicators.md, "How it is checked").
if(TARGET publish)
  set(ATTACK ${METODAKTIV_PYTHON} tests/attack/run.py $<TARGET_FILE:publish>
             $<TARGET_FILE:metodaktiv> .)
  metodaktiv_check(attack TIMEOUT 600 COMMAND ${ATTACK} ${CMAKE_BINARY_DIR}/attack --registries 8)
  metodaktiv_check(attack_self_test TIMEOUT 600
    COMMAND ${ATTACK} ${CMAKE_BINARY_DIR}/attack-self-test --self-test)
  metodaktiv_check(suppression_compared TIMEOUT 600
    COMMAND ${METODAKTIV_PYTHON} tests/attack/compare_suppression.py $<TARGET_FILE:publish>
            $<TARGET_FILE:metodaktiv> . ${CMAKE_BINARY_DIR}/suppression
            --registries 2 --first-seed 101 --most 5)
endif()

# What the fuzz harnesses of tests/fuzz once broke on, and ordinary files.
if(TARGET replay_findings)
  metodaktiv_check(fuzz_findings
    COMMAND replay_findings ${PROJECT_SOURCE_DIR}/tests/fuzz/findings)
endif()

# No personal text reaches a public byte, however it may be written.
if(TARGET metodaktiv)
  metodaktiv_check(canaries COMMAND ${METODAKTIV_PYTHON} tests/attack/canary.py
                                    $<TARGET_FILE:metodaktiv> . ${CMAKE_BINARY_DIR}/canaries --self-test)
endif()
