#include "commands/command.h"

int main(int argc, char** argv) { return metodaktiv::commands::run_program(argc, argv); }
